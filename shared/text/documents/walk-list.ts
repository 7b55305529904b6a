/** The words of the list for walking through a house. */

export const WALK_LIST_TEXT = {
  title: 'Laufliste',
  description: 'Laufliste für Geräte ohne Platz',
  facts: { date: 'Erstellt am', property: 'Liegenschaft', devices: 'Geräte' },
  introduction:
    'Bitte tragen Sie zu jedem Gerät ein, wo es hängt: Nutzeinheit, Raum und, wo es mehrere Heizkörper gibt, den Heizkörper. Die Nummer auf dem Gerät muss mit der Nummer in der Liste übereinstimmen.',
  columns: {
    number: 'Gerätenummer',
    device: 'Gerät',
    delivered: 'Laut Lieferung',
    unit: 'Nutzeinheit',
    room: 'Raum',
    position: 'Heizkörper, Stelle',
    from: 'Eingebaut am',
  },
  closing: 'Datum und Unterschrift',
  line: '______________________________________',
} as const;
