/** The words in the files that landlords and tenants get. */

export const PARTY_FILE_TEXT = {
  media: { heating: 'Heizung', hotWater: 'Warmwasser' },
  units: { units: 'Einheiten', kWh: 'kWh', m3: 'm³' },
  reading: 'Zählerstand',
  landlord: ['Summe', 'Von', 'Bis', 'Nutzeinheiten', 'Menge', 'Einheit', 'kWh (umgerechnet)'],
  tenant: ['Art', 'Nutzeinheit', 'Raum', 'Gerät', 'Von', 'Bis', 'Menge', 'Einheit', 'kWh (umgerechnet)'],
} as const;
