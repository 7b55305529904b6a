/** Words of the findings that refuse a bill. */
import type { FINDING_SEVERITY } from '../../billing/findings.ts';
import { unitName } from '../documents/keys.ts';
import { entryName } from './entry-names.ts';
import type { FindingText } from './findings.ts';
import { aboutPot, potName } from './pot-names.ts';

type Blocking = {
  [C in keyof typeof FINDING_SEVERITY]: (typeof FINDING_SEVERITY)[C] extends 'blocking' ? C : never;
}[keyof typeof FINDING_SEVERITY];

export const BLOCKING_TEXTS: Readonly<Record<Blocking, FindingText>> = {
  TENANCIES_OVERLAP: {
    says: ({ first, second, from }) =>
      `Die Mietverhältnisse ${first} und ${second} überschneiden sich ab ${from}.`,
    norm: '§ 9b HeizkostenV',
    cure: 'Berichtigen Sie Auszug oder Einzug.',
  },
  USER_OUTSIDE_PERIOD: {
    says: ({ from, to }) => `Die Nutzungszeit ${from} bis ${to} liegt ganz außerhalb des Zeitraums.`,
    norm: '§ 9b HeizkostenV',
    cure: 'Berichtigen Sie die Tage oder nehmen Sie den Nutzer heraus.',
  },
  USER_CHANGE_WITHOUT_AGREEMENT: {
    says: () =>
      'Warmwasser soll beim Nutzerwechsel nach Gradtagszahlen geteilt werden; das Gesetz sieht Tage vor.',
    norm: '§ 9b Abs. 2, 4 HeizkostenV',
    cure: 'Teilen Sie nach Tagen oder hinterlegen Sie die Vereinbarung.',
  },
  PART_ABOVE_WHOLE: {
    says: ({ part, whole }) => `Ein Teil (${part}) ist größer als das Ganze (${whole}).`,
    norm: '§ 6 Abs. 1, § 7 Abs. 2 HeizkostenV',
    cure: 'Vergleichen Sie beide Zahlen mit den Unterlagen.',
  },
  AMOUNT_TOO_LARGE: {
    says: () => 'Aus den Zahlen entsteht ein Betrag, den kein Haus haben kann.',
    norm: '§ 7 Abs. 2 HeizkostenV',
    cure: 'Prüfen Sie Kommas und Einheiten, vor allem sehr große und sehr kleine Zahlen.',
  },
  PERIOD_OVER_TWELVE_MONTHS: {
    says: ({ from, to }) => `Der Abrechnungszeitraum ${from} bis ${to} ist länger als zwölf Monate.`,
    norm: '§ 556 Abs. 3 S. 1 BGB',
    cure: 'Teilen Sie den Zeitraum.',
  },
  AREA_ZERO: {
    says: () => 'Die Wohnfläche der Einheit ist null.',
    norm: '§ 7 Abs. 1 S. 5 HeizkostenV',
    cure: 'Tragen Sie die Fläche ein.',
  },
  AREA_OF_KEY_MISSING: {
    says: ({ key }) => `Für den Maßstab „${entryName(key)}“ fehlt die Angabe.`,
    norm: '§ 7 Abs. 1 S. 5 HeizkostenV',
    cure: 'Tragen Sie Fläche oder Rauminhalt ein oder wählen Sie einen anderen Maßstab.',
  },
  SHARE_OUTSIDE_LIMITS: {
    says: ({ pot, percent }) =>
      `${potName(pot)}: ${percent} % Verbrauchskosten liegen außerhalb von 50 bis 70 %.`,
    norm: '§ 7 Abs. 1, § 8 Abs. 1, § 10 HeizkostenV',
    cure: 'Wählen Sie 50 bis 70 % oder hinterlegen Sie die Vereinbarung nach § 10.',
  },
  SHARE_NOT_SEVENTY: {
    says: () => 'Für dieses Gebäude sind 70 % der Heizkosten nach Verbrauch zu verteilen.',
    norm: '§ 7 Abs. 1 S. 2 HeizkostenV; BGH VIII ZR 113/17',
    cure: 'Stellen Sie den Verbrauchsanteil auf 70 %.',
  },
  SHARE_RULES_MISSING: {
    says: ({ pot }) => `${potName(pot)}: Der Verbrauchsanteil ist nicht festgelegt.`,
    norm: '§ 6 Abs. 4 HeizkostenV',
    cure: 'Legen Sie den Anteil fest.',
  },
  PREMETER_SHARE_TOO_LOW: {
    says: ({ percent }) =>
      `Unter den Nutzergruppen müssen mindestens 50 % nach Verbrauch verteilt werden${percent ? `, hier sind es ${percent} %` : ''}.`,
    norm: '§ 6 Abs. 2 HeizkostenV',
    cure: 'Erhöhen Sie den Anteil.',
  },
  UNIT_WITHOUT_GROUP: {
    says: () => 'Die Einheit gehört zu keiner Nutzergruppe, obwohl das Haus nach Gruppen vorerfasst wird.',
    norm: '§ 6 Abs. 2 HeizkostenV',
    cure: 'Ordnen Sie die Einheit einer Gruppe zu.',
  },
  MIXED_EQUIPMENT: {
    says: ({ pot }) =>
      `${potName(pot)}: Die Geräte zählen Verschiedenes und lassen sich nicht zusammenzählen.`,
    norm: '§ 5 Abs. 7 HeizkostenV',
    cure: 'Bilden Sie Nutzergruppen mit eigener Vorerfassung.',
  },
  READING_MISSING: {
    says: ({ day }) => `Zum ${day} fehlt eine Ablesung.`,
    norm: '§ 6 Abs. 1, § 9a HeizkostenV',
    cure: 'Tragen Sie den Stand nach oder bestimmen Sie den Verbrauch nach § 9a mit Grund.',
  },
  CONSUMPTION_MISSING: {
    says: ({ pot }) => aboutPot(pot, 'Es gibt weder Ablesung noch Verbrauchsermittlung.'),
    norm: '§ 6 Abs. 1, § 9a HeizkostenV',
    cure: 'Tragen Sie Ablesungen nach oder bestimmen Sie den Verbrauch nach § 9a mit Grund.',
  },
  NEGATIVE_CONSUMPTION: {
    says: ({ from, to }) =>
      from && to ? `Der Stand vom ${to} liegt unter dem vom ${from}.` : 'Der Verbrauch ist negativ.',
    norm: '§ 6 Abs. 1 HeizkostenV',
    cure: 'Prüfen Sie die Stände; erfassen Sie einen Gerätetausch oder das Stichtagsdatum.',
  },
  ALLOCATOR_FACTOR_MISSING: {
    says: () => 'Skala oder Bewertungsfaktor des Heizkostenverteilers fehlt.',
    norm: '§ 5 Abs. 1 HeizkostenV; EN 834',
    cure: 'Tragen Sie Skala und K-Wert ein.',
  },
  ESTIMATE_WITHOUT_BASIS: {
    says: ({ method }) => `Für die Verbrauchsermittlung ${entryName(method)} fehlen Vergleichswerte.`,
    norm: '§ 9a Abs. 1 HeizkostenV',
    cure: 'Ergänzen Sie die Vergleichswerte (bei mehreren Geräten auch die betroffene Fläche) oder wählen Sie ein anderes Verfahren.',
  },
  POT_WITHOUT_CONSUMPTION: {
    says: ({ pot }) => aboutPot(pot, 'Es sind Kosten zu verteilen, aber der Maßstab ergibt zusammen null.'),
    norm: '§ 6 Abs. 1 HeizkostenV',
    cure: 'Prüfen Sie die Ablesungen oder ermitteln Sie den Verbrauch nach § 9a.',
  },
  INTERIM_READINGS_UNEQUAL_TOTAL: {
    says: ({ pot }) =>
      `${potName(pot)}: Die Zwischenstände der Nutzer ergeben nicht den Verbrauch der Einheit.`,
    norm: '§ 9b Abs. 1 HeizkostenV',
    cure: 'Prüfen Sie die Zwischenablesung.',
  },
  CLOSING_STOCK_MISSING: {
    says: () => 'Der Endbestand des Brennstoffs fehlt.',
    norm: '§ 7 Abs. 2 HeizkostenV; BGH VIII ZR 156/11',
    cure: 'Tragen Sie den Bestand am letzten Tag ein.',
  },
  CLOSING_STOCK_TOO_LARGE: {
    says: () => 'Der Endbestand ist größer als Anfangsbestand und Lieferungen zusammen.',
    norm: '§ 7 Abs. 2 HeizkostenV',
    cure: 'Prüfen Sie Bestände und Lieferungen.',
  },
  STOCK_WITHOUT_CONSUMPTION: {
    says: () => 'Aus dem Vorrat wurde nichts verbraucht.',
    norm: '§ 7 Abs. 2 HeizkostenV',
    cure: 'Prüfen Sie den Endbestand.',
  },
  INVOICE_CROSSES_PERIOD: {
    says: ({ from, to }) =>
      `Die Rechnung gilt für ${from} bis ${to} und ragt über den Abrechnungszeitraum hinaus.`,
    norm: '§ 7 Abs. 2 HeizkostenV',
    cure: 'Grenzen Sie sie ab: nach Ablesung, Gradtagszahlen oder Tagen.',
  },
  INVOICE_OUTSIDE_PERIOD: {
    says: ({ from, to }) =>
      `Die Rechnung gilt für ${from} bis ${to}; kein Tag davon liegt im Abrechnungszeitraum.`,
    norm: '§ 7 Abs. 2 HeizkostenV',
    cure: 'Ordnen Sie die Rechnung dem richtigen Zeitraum zu.',
  },
  ACCRUAL_WITHOUT_PERIOD: {
    says: () => 'Die Rechnung soll abgegrenzt werden, nennt aber keinen Lieferzeitraum.',
    norm: '§ 7 Abs. 2 HeizkostenV',
    cure: 'Tragen Sie den Lieferzeitraum ein.',
  },
  READING_ACCRUAL_WITHOUT_QUANTITY: {
    says: () => 'Für die Abgrenzung nach Ablesung fehlt die Menge.',
    norm: '§ 7 Abs. 2 HeizkostenV',
    cure: 'Tragen Sie die Menge der Rechnung und die im Zeitraum ein.',
  },
  ENERGY_MISSING: {
    says: () => 'Die Energiemenge der Anlage fehlt; das Warmwasser lässt sich nicht trennen.',
    norm: '§ 9 Abs. 1 HeizkostenV',
    cure: 'Tragen Sie die Mengen der Rechnungen ein.',
  },
  ENERGY_BASIS_MIXED: {
    says: () => 'Die Rechnungen nennen Kilowattstunden verschiedener Art (Brennwert, Heizwert, Wärme).',
    norm: '§ 9 Abs. 1 HeizkostenV',
    cure: 'Rechnen Sie die Mengen auf eine Art um.',
  },
  ENERGY_BASIS_MISSING: {
    says: () => 'Bei der Energiemenge fehlt, ob sie nach Brennwert (Hs) oder Heizwert (Hi) zählt.',
    norm: '§ 9 Abs. 2 S. 6 HeizkostenV',
    cure: 'Übernehmen Sie die Angabe von der Rechnung.',
  },
  HEATING_VALUE_MISSING: {
    says: ({ unit }) => `Für den Brennstoff in ${unitName(unit ?? '')} fehlt der Heizwert.`,
    norm: '§ 9 Abs. 3 HeizkostenV',
    cure: 'Übernehmen Sie den Heizwert von der Rechnung.',
  },
  HOT_WATER_HEAT_MISSING: {
    says: () => 'Die Wärmemenge für das Warmwasser fehlt.',
    norm: '§ 9 Abs. 2 HeizkostenV',
    cure: 'Tragen Sie den Wärmezähler, das Volumen oder die Fläche ein.',
  },
  TOTAL_HEAT_MISSING: {
    says: () => 'Bei dieser Anlage wird nach Wärme geteilt, aber die gesamte Wärmemenge fehlt.',
    norm: '§ 9 Abs. 1 HeizkostenV',
    cure: 'Tragen Sie die gemessene Wärmemenge der Anlage ein.',
  },
  HOT_WATER_EXCEEDS_TOTAL: {
    says: () => 'Das Warmwasser braucht mehr Energie, als die Anlage bezogen hat.',
    norm: '§ 9 HeizkostenV',
    cure: 'Prüfen Sie Zähler, Volumen und Energiemengen.',
  },
  HOT_WATER_TOO_COLD: {
    says: ({ temperatureC }) =>
      `Das Warmwasser soll ${temperatureC} °C haben; die Formel rechnet ab 10 °C Kaltwasser.`,
    norm: '§ 9 Abs. 2 HeizkostenV',
    cure: 'Tragen Sie die mittlere Warmwassertemperatur ein, meist 55 bis 60 °C.',
  },
  SEPARATION_MISSING: {
    says: () => 'Es gibt gemeinsame Kosten für Heizung und Warmwasser, aber keine Trennung.',
    norm: '§ 9 Abs. 1 HeizkostenV',
    cure: 'Wählen Sie die Trennung: Messung, Volumen oder Fläche.',
  },
  COST_NOT_APPORTIONABLE: {
    says: ({ kind }) => `Kosten der Art „${entryName(kind)}“ dürfen nicht umgelegt werden.`,
    norm: '§ 7 Abs. 2 HeizkostenV',
    cure: 'Nehmen Sie die Rechnung aus der Abrechnung.',
  },
  COST_OF_UNSERVED_POT: {
    says: ({ pot }) =>
      pot === 'heating'
        ? 'Die Kosten gehören zur Heizung, aber die Anlage bereitet nur Warmwasser.'
        : 'Die Kosten gehören zum Warmwasser, aber die Anlage versorgt nur die Heizung.',
    norm: '§ 7 Abs. 2, § 8 Abs. 2 HeizkostenV',
    cure: 'Ordnen Sie die Kosten dem zu, was die Anlage liefert, oder berichtigen Sie die Versorgung der Anlage.',
  },
  DIRECT_CHARGE_WITHOUT_AGREEMENT: {
    says: () => 'Die Kosten sollen einen Mieter allein treffen, eine Vereinbarung fehlt.',
    norm: 'BGH VIII ZR 19/07',
    cure: 'Hinterlegen Sie die Vereinbarung oder nehmen Sie die Kosten heraus.',
  },
  DIRECT_CHARGE_OUTSIDE_PERIOD: {
    says: ({ tenancy }) =>
      `Die Kosten sollen ${tenancy} allein treffen; dieses Mietverhältnis hat keinen Tag im Abrechnungszeitraum.`,
    norm: '§ 556 Abs. 3 BGB',
    cure: 'Ordnen Sie die Kosten einem Mietverhältnis des Zeitraums zu oder nehmen Sie sie heraus.',
  },
  FURTHER_KEY_EMPTY: {
    says: ({ key }) => `Der Schlüssel „${entryName(key)}“ ergibt für alle Einheiten null.`,
    norm: '§ 556a Abs. 1 BGB',
    cure: 'Ergänzen Sie die Angaben der Einheiten oder wählen Sie einen anderen Schlüssel.',
  },
  LANDLORD_CO2_SHARE_TOO_LOW: {
    says: () => 'Bei Nichtwohngebäuden trägt der Vermieter mindestens 50 % der Kohlendioxidkosten.',
    norm: '§ 8 Abs. 1 CO2KostAufG',
    cure: 'Erhöhen Sie den Anteil des Vermieters.',
  },
  CO2_RESTRICTION_UNPROVEN: {
    says: () => 'Der Vermieteranteil an den Kohlendioxidkosten ist gekürzt, der Nachweis fehlt.',
    norm: '§ 9 Abs. 3 CO2KostAufG',
    cure: 'Hinterlegen Sie den Nachweis oder nehmen Sie die Kürzung zurück.',
  },
  CO2_AREA_ZERO: {
    says: () => 'Ohne Wohnfläche lässt sich die Kohlendioxidstufe nicht bestimmen.',
    norm: '§ 5 Abs. 1 CO2KostAufG',
    cure: 'Tragen Sie die Flächen ein.',
  },
  HEAT_PUMP_EXEMPTION_ENDED: {
    says: () => 'Die Ausnahme für Wärmepumpen gilt seit dem 1.10.2024 nicht mehr.',
    norm: '§ 11 Abs. 1 Nr. 3 HeizkostenV',
    cure: 'Rechnen Sie nach Verbrauch ab.',
  },
  METERS_SWAPPED: {
    says: ({ first, second }) => `Die Geräte ${first ?? ''} und ${second ?? ''} scheinen vertauscht zu sein.`,
    norm: '§ 6 Abs. 1 HeizkostenV',
    cure: 'Prüfen Sie, welches Gerät in welcher Einheit sitzt.',
  },
  COSTS_EMPTY: {
    says: () => 'Der Fall enthält keine Kosten.',
    norm: '§ 7 Abs. 2 HeizkostenV',
    cure: 'Erfassen Sie die Rechnungen.',
  },
  CO2_ABOVE_INVOICE: {
    says: () => 'Die Kohlendioxidkosten der Rechnung sind höher als die Rechnung selbst.',
    norm: '§ 3, § 7 Abs. 1 CO2KostAufG',
    cure: 'Vergleichen Sie beide Beträge mit der Rechnung.',
  },
  SUMS_DO_NOT_CLOSE: {
    says: ({ differenceCents }) =>
      `Die Abrechnungen und der Anteil des Vermieters weichen um ${differenceCents ?? ''} Cent von den Rechnungen ab.`,
    norm: '§ 7 Abs. 2, § 8 Abs. 2 HeizkostenV',
    cure: 'Prüfen Sie Beträge, die größer sind als das, wovon sie abgehen, und Kosten, die niemandem zugeordnet sind.',
  },
  DEVICE_SERIAL_TWICE: {
    says: ({ serial }) => `Die Gerätenummer ${serial ?? ''} ist mehrfach zugleich eingebaut.`,
    norm: '§ 6 Abs. 1 HeizkostenV',
    cure: 'Prüfen Sie Einbau und Ausbau.',
  },
};
