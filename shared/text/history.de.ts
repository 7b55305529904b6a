/** The German words for what the audit records: tables, columns, their values, and events that change no row. */
import { costs } from './de/costs.ts';
import { messages } from './de/messages.ts';
import {
  DISPATCH_WAYS,
  day,
  dayOfYear,
  decimal,
  deviceNamed,
  euros,
  instant,
  internal,
  lines,
  oneOf,
  plain,
  register,
  rowOf,
  squareMetres,
  staffMember,
  unseen,
  yesNo,
  type Format,
} from './history-formats.ts';
import { DELIVERY, PERIOD_RULES } from './stored-values.de.ts';
import type { Part } from './tell-json.ts';

/** A column's label and how its values are written; one that keeps JSON is told by the parts it is known to have. */
export type Fields = Readonly<
  Record<string, readonly [label: string, format: Format, parts?: readonly Part[]]>
>;

export interface Kind {
  readonly noun: string;
  readonly fields: Fields;
}

const METER: Fields = {
  manufacturer: ['Hersteller', plain],
  identification: ['Gerätenummer', plain],
  version: ['Fassung', plain],
};

/** By table. */
export const KINDS: Readonly<Record<string, Kind>> = {
  settings: { noun: 'Einstellung', fields: { name: ['Name', internal], value: ['Wert', internal] } },
  staff: {
    noun: 'Zugang',
    fields: {
      access_id: ['Kennung', internal],
      name: ['Name', plain],
      initials: ['Kürzel', plain],
      has_access: ['Darf anmelden', yesNo],
    },
  },
  erasure_keys: {
    noun: 'Löschschlüssel',
    fields: {
      kind: ['Für', oneOf({ person: 'eine Person', bill: 'eine Abrechnung' })],
      sealed_key: ['Schlüssel', unseen],
      created_at: ['Angelegt am', instant],
      erased_at: ['Gelöscht am', instant],
    },
  },
  persons: {
    noun: 'Person',
    fields: {
      name: ['Name', plain],
      addressLines: ['Anschrift', lines],
      phone: ['Telefon', plain],
      email: ['E-Mail', plain],
      delivery: ['Zustellung', plain, DELIVERY],
      erasure_key_id: ['Löschschlüssel', internal],
      details_version: ['Fassung', internal],
      sealed_details: ['Angaben', internal],
    },
  },
  properties: {
    noun: 'Liegenschaft',
    fields: {
      name: ['Name', plain],
      address_lines: ['Anschrift', lines],
      landlord_id: ['Vermieter', rowOf('persons')],
    },
  },
  units: {
    noun: 'Nutzeinheit',
    fields: {
      property_id: ['Liegenschaft', rowOf('properties')],
      name: ['Name', plain],
      kind: ['Art', oneOf({ flat: 'Wohnung', shop: 'Gewerbe' })],
      position: ['Lage', plain],
      living_area_m2: ['Wohnfläche', squareMetres],
      heated_area_m2: ['Beheizte Fläche', squareMetres],
    },
  },
  rooms: {
    noun: 'Raum',
    fields: {
      unit_id: ['Nutzeinheit', rowOf('units')],
      name: ['Name', plain],
      area_m2: ['Fläche', squareMetres],
    },
  },
  tenancies: {
    noun: 'Mietverhältnis',
    fields: {
      unit_id: ['Nutzeinheit', rowOf('units')],
      person_id: ['Mieter', rowOf('persons')],
      from_day: ['Einzug', day],
      to_day: ['Auszug', day],
    },
  },
  prepayments: {
    noun: 'Vorauszahlung',
    fields: {
      tenancy_id: ['Mietverhältnis', rowOf('tenancies')],
      paid_on: ['Gezahlt am', day],
      amount_cents: ['Betrag', euros],
    },
  },
  gateways: {
    noun: 'Gateway',
    fields: {
      serial: ['Seriennummer', plain],
      property_id: ['Liegenschaft', rowOf('properties')],
      model: ['Modell', plain],
      place: ['Montageort', plain],
      sim: ['SIM-Karte', plain],
      certificate: ['Zertifikat', unseen],
    },
  },
  meters: {
    noun: 'Messgerät',
    fields: {
      ...METER,
      device_type: [
        'Medium',
        oneOf({ 4: 'Wärme', 6: 'Warmwasser', 7: 'Kaltwasser', 8: 'Heizkostenverteiler', 12: 'Wärme' }),
      ],
      kind: [
        'Art',
        oneOf({
          allocator: 'Heizkostenverteiler',
          heatMeter: 'Wärmezähler',
          warmWaterMeter: 'Warmwasserzähler',
          hotWaterHeatMeter: 'Wärmezähler der Warmwasserbereitung',
        }),
      ],
      serial: ['Aufgedruckte Nummer', plain],
      calibrated_until: ['Geeicht bis', day],
    },
  },
  meter_installations: {
    noun: 'Einbau',
    fields: {
      meter_id: ['Messgerät', rowOf('meters')],
      property_id: ['Liegenschaft', rowOf('properties')],
      unit_id: ['Nutzeinheit', rowOf('units')],
      room_id: ['Raum', rowOf('rooms')],
      position: ['Stelle', plain],
      from_day: ['Eingebaut am', day],
      to_day: ['Ausgebaut am', day],
      scale: ['Skala', oneOf({ unit: 'Einheitsskala', product: 'Produktskala' })],
      factor: ['Bewertungsfaktor', decimal],
      kq: ['KQ', decimal],
      kc: ['KC', decimal],
      kt: ['KT', decimal],
      due_day: ['Stichtag', dayOfYear],
      remote_readable: ['Fernablesbar', yesNo],
      interoperable: ['Interoperabel', yesNo],
    },
  },
  unplaced_meters: {
    noun: 'Messgerät ohne Platz',
    fields: {
      meter_id: ['Messgerät', rowOf('meters')],
      property_id: ['Liegenschaft', rowOf('properties')],
      unit: ['Nutzeinheit', plain],
      room: ['Raum', plain],
      position: ['Stelle', plain],
      from_day: ['Eingebaut am', day],
      scale: ['Skala', oneOf({ unit: 'Einheitsskala', product: 'Produktskala' })],
      factor: ['Bewertungsfaktor', decimal],
      kq: ['KQ', decimal],
      kc: ['KC', decimal],
      kt: ['KT', decimal],
    },
  },
  meter_keys: {
    noun: 'Schlüssel',
    fields: { ...METER, label: ['Herkunft', plain], sealed_key: ['Schlüssel', unseen] },
  },
  manual_entries: {
    noun: 'Ablesung von Hand',
    fields: {
      meter_id: ['Messgerät', rowOf('meters')],
      entered_at: ['Eingetragen am', instant],
      origin: [
        'Herkunft',
        oneOf({
          readOnSite: 'vor Ort abgelesen',
          reportedByTenant: 'vom Mieter gemeldet',
          takenOver: 'vom Vorgänger übernommen',
        }),
      ],
      method: [
        'Zustande gekommen',
        oneOf({
          read: 'abgelesen',
          nearest: 'nächstes Telegramm',
          interpolated: 'interpoliert',
          estimated: 'geschätzt',
        }),
      ],
      note: ['Anlass', plain],
      register: [
        'Register',
        oneOf({ current: 'aktueller Stand', dueDate: 'Stichtagswert', month: 'Monatswert' }),
      ],
      day: ['Gilt für', day],
      value: ['Stand', register],
      unit: ['Einheit', oneOf({ HCA: 'Verbrauchseinheiten', m3: 'm³' })],
    },
  },
  user_changes: {
    noun: 'Nutzerwechsel',
    fields: {
      unit_id: ['Nutzeinheit', rowOf('units')],
      last_day: ['Letzter Tag', day],
      missing_why: [
        'Ablesung fehlt',
        oneOf({ impossible: 'war nicht möglich', notExactEnough: 'nicht genau genug' }),
      ],
      reason: ['Grund', plain],
      cost_bearer: [
        'Kosten trägt',
        oneOf({ landlord: 'der Vermieter', leaving: 'wer auszieht', arriving: 'wer einzieht' }),
      ],
      cost_cents: ['Kosten der Zwischenablesung', euros],
    },
  },
  released_sums: {
    noun: 'Freigabe an den Vermieter',
    fields: {
      property_id: ['Liegenschaft', rowOf('properties')],
      medium: ['Summe', internal],
      from_day: ['Von', day],
      to_day: ['Bis', day],
      unit_ids: ['Nutzeinheiten', internal],
      quantity: ['Wert', decimal],
      released_at: ['Freigegeben am', instant],
    },
  },
  message_marks: {
    noun: 'Vermerk zu einer Meldung',
    fields: {
      subject: ['Gerät', deviceNamed],
      code: ['Meldung', oneOf(messages.names)],
      state: ['Stand', internal],
      kind: ['Art', oneOf({ seen: 'gesehen', wait: 'abwarten', ignore: 'ignorieren' })],
      until_day: ['Bis', day],
      note: ['Notiz', plain],
      made_by: ['Von', staffMember],
      made_at: ['Am', instant],
    },
  },
  billing_periods: {
    noun: 'Abrechnungszeitraum',
    fields: {
      property_id: ['Liegenschaft', rowOf('properties')],
      from_day: ['Beginn', day],
      to_day: ['Ende', day],
      rules: ['Abrechnungsregeln', plain, PERIOD_RULES],
    },
  },
  costs: {
    noun: 'Kosten',
    fields: {
      period_id: ['Abrechnungszeitraum', rowOf('billing_periods')],
      label: ['Bezeichnung', plain],
      kind: ['Kostenart', oneOf(costs.kinds)],
      target: [
        'Betrifft',
        oneOf({
          joint: 'Heizung und Warmwasser',
          heating: 'Heizung',
          hotWater: 'Warmwasser',
          further: 'weitere Kosten',
          direct: 'einen Mieter direkt',
        }),
      ],
      amount_cents: ['Betrag', euros],
      labour_cents: ['davon Lohn (§ 35a EStG)', euros],
      invoice_number: ['Rechnungsnummer', plain],
      invoice_day: ['Rechnungsdatum', day],
      supplier: ['Lieferant', plain],
      energy_quantity: ['Menge', decimal],
      energy_unit: ['Einheit', plain],
      energy_basis: ['Bezug', oneOf({ Hs: 'Brennwert', Hi: 'Heizwert', heat: 'gemessene Wärme' })],
      co2_kg: ['CO₂ in kg', decimal],
      co2_cents: ['CO₂-Kosten', euros],
      extras: ['Weitere Angaben', plain, []],
    },
  },
  bills: {
    noun: 'Abrechnung',
    fields: {
      period_id: ['Abrechnungszeitraum', rowOf('billing_periods')],
      version: ['Fassung', plain],
      corrects_bill_id: ['Korrigiert', rowOf('bills')],
      state: [
        'Stand',
        oneOf({ draft: 'Entwurf', checked: 'geprüft', final: 'finalisiert', cancelled: 'storniert' }),
      ],
      erasure_key_id: ['Löschschlüssel', internal],
      sealed_case: ['Eingaben', internal],
      sealed_result: ['Ergebnis', internal],
      case_sha256: ['Prüfsumme der Eingaben', plain],
      result_sha256: ['Prüfsumme des Ergebnisses', plain],
      engine_version: ['Rechenkern', plain],
      created_at: ['Erstellt am', instant],
      finalised_at: ['Finalisiert am', instant],
      drafted_by: ['Entworfen von', staffMember],
      checked_by: ['Geprüft von', staffMember],
      checked_at: ['Geprüft am', instant],
      correction_reason: ['Grund der Korrektur', plain],
      dispatched_on: ['Versandt am', day],
      dispatched_by: ['Versand vermerkt von', staffMember],
      dispatch_way: ['Versandweg', oneOf(DISPATCH_WAYS)],
    },
  },
};

/** What a step in a bill's life is called, where a row merely changed. */
export const STEPS: Readonly<Record<string, string>> = {
  'bill.draft': 'Abrechnung entworfen',
  'bill.check': 'Abrechnung geprüft',
  'bill.finalise': 'Abrechnung finalisiert',
  'bill.correct': 'Korrektur angelegt',
  'bill.discard': 'Entwurf verworfen',
  'bill.cancel': 'Abrechnung storniert',
  'bill.dispatch': 'Versand vermerkt',
};

/** What happened that was no change of a row, by action. */
export const EVENTS: Readonly<Record<string, string>> = {
  'audit.export': 'Protokoll exportiert',
  'backup.create': 'Sicherung erstellt',
  'backup.restore': 'Sicherung eingespielt',
  'key.reveal': 'Schlüssel angezeigt',
  'keys.import': 'Lieferdatei mit Schlüsseln eingelesen',
  'masterKey.change': 'Hauptschlüssel gewechselt',
  'office.move': 'Umzug auf ein anderes Gerät',
  'office.stay': 'Umzug zurückgenommen',
  'passphrase.change': 'Passphrase geändert',
  'recoverySheet.issue': 'Wiederherstellungsblatt ausgestellt',
  'retention.erase': 'Daten nach Fristablauf gelöscht',
  'rollback.accept': 'Älteren Datenstand angenommen',
  'vault.recover': 'Mit dem Wiederherstellungsblatt geöffnet',
};

/** The facts such events note. */
export const EVENT_FIELDS: Fields = {
  backup: ['Datei', plain],
  days: ['Tage', plain],
  entries: ['Einträge', plain],
  generation: ['Schlüsselgeneration', plain],
  head: ['Letzter Eintrag', plain],
  keys: ['Schlüssel', plain],
  manufacturer: ['Hersteller', plain],
  identification: ['Gerätenummer', plain],
  rows: ['Zeilen', plain],
  taken: ['Übernommen', plain],
  sha256: ['Prüfsumme der Datei', plain],
  devices: ['Messgeräte angelegt', plain],
  staff: ['Zugang', plain],
  takenAt: ['Stand vom', instant],
  telegrams: ['Telegramme', plain],
  readings: ['Ablesungen', plain],
  bundles: ['Bündel', plain],
  until: ['Bis', day],
};
