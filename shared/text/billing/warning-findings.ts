/** Words of the findings that stand beside a bill. */
import type { FINDING_SEVERITY } from '../../billing/findings.ts';
import type { FindingText } from './findings.ts';
import { aboutPot, potName } from './pot-names.ts';

type Warning = {
  [C in keyof typeof FINDING_SEVERITY]: (typeof FINDING_SEVERITY)[C] extends 'warning' ? C : never;
}[keyof typeof FINDING_SEVERITY];

export const WARNING_TEXTS: Readonly<Record<Warning, FindingText>> = {
  VACANCY: {
    says: ({ from, to }) => `Die Einheit steht vom ${from} bis ${to} leer; der Vermieter trägt die Kosten.`,
    norm: 'BGH VIII ZR 159/05',
    cure: 'Prüfen Sie, ob ein Mietverhältnis fehlt.',
  },
  BILLED_BY_BASE_KEY: {
    says: ({ pot }) =>
      `${potName(pot)}: Für mehr als 25 % der Fläche fehlt ein Messwert, alles geht nach festem Maßstab.`,
    norm: '§ 9a Abs. 2 HeizkostenV',
    cure: 'Beschaffen Sie fehlende Ablesungen. Ob dann 15 % gekürzt werden dürfen, ist umstritten.',
  },
  ESTIMATED_VALUE: {
    says: ({ reason }) => `Ein Verbrauch ist ermittelt statt abgelesen: ${reason ?? ''}`,
    norm: '§ 9a Abs. 1 HeizkostenV',
    cure: 'Grund und Rechenweg stehen in der Abrechnung; prüfen Sie sie.',
  },
  ESTIMATE_BY_DEGREE_DAYS: {
    says: ({ reason }) => `Ein Verbrauch ist nach Gradtagszahlen hochgerechnet: ${reason ?? ''}`,
    norm: '§ 9a Abs. 1 HeizkostenV; BGH VIII ZR 373/04',
    cure: 'Nur ausnahmsweise zulässig; nehmen Sie lieber Vorjahr, vergleichbare Räume oder Durchschnitt.',
  },
  USER_CHANGE_BY_AGREEMENT: {
    says: () => 'Beim Nutzerwechsel wird Warmwasser nach einer Vereinbarung geteilt, nicht nach Tagen.',
    norm: '§ 9b Abs. 4 HeizkostenV',
    cure: 'Prüfen Sie, ob die Vereinbarung für alle betroffenen Mietverhältnisse gilt.',
  },
  INTERIM_READING_MISSING: {
    says: ({ pot, lastDay }) =>
      `${potName(pot)}: Zum Nutzerwechsel am ${lastDay} gibt es keine Zwischenablesung.`,
    norm: '§ 9b Abs. 3 HeizkostenV',
    cure: 'Es wird nach Zeit geteilt; der Grund steht in der Abrechnung.',
  },
  INTERIM_READING_OMITTED: {
    says: ({ pot, lastDay }) => `${potName(pot)}: Die Zwischenablesung zum ${lastDay} ist unterblieben.`,
    norm: '§ 9b Abs. 1, § 12 Abs. 1 S. 1 HeizkostenV',
    cure: 'Tragen Sie den Stand nach oder nennen Sie den Grund; sonst drohen 15 % Kürzung.',
  },
  EVAPORATOR_READING_INEXACT: {
    says: ({ perMille }) => `Die Zwischenablesung eines Verdunsters bei ${perMille} ‰ Gradtagen ist ungenau.`,
    norm: '§ 9b Abs. 3 HeizkostenV',
    cure: 'Verwenden Sie Zwischenablesungen nur zwischen 400 und 800 ‰.',
  },
  READING_NOT_ON_DAY: {
    says: ({ day, readOn }) => `Für den ${day} steht die Ablesung vom ${readOn}.`,
    norm: '§ 6 Abs. 1 HeizkostenV',
    cure: 'Prüfen Sie, ob es eine Ablesung vom Tag selbst gibt.',
  },
  HOT_WATER_HEAT_NOT_MEASURED: {
    says: ({ method }) =>
      `Die Wärme für Warmwasser ist nicht gemessen, sondern nach ${method === 'area' ? 'Fläche' : 'Volumen'} berechnet.`,
    norm: '§ 9 Abs. 2 HeizkostenV; BGH VIII ZR 151/20',
    cure: 'Bauen Sie einen Wärmezähler ein oder belegen Sie den unzumutbaren Aufwand; sonst drohen 15 % Kürzung.',
  },
  HOT_WATER_SHARE_IMPLAUSIBLE: {
    says: ({ percent }) => `Der Anteil des Warmwassers von ${percent} % ist ungewöhnlich.`,
    norm: '§ 9 HeizkostenV',
    cure: 'Prüfen Sie Wärmezähler und Energiemenge.',
  },
  HOT_WATER_DEVIATES_FROM_FORMULA: {
    says: ({ percent }) => `Die gemessene Warmwasserwärme weicht um ${percent} % vom Wert der Formel ab.`,
    norm: '§ 9 Abs. 2 HeizkostenV',
    cure: 'Prüfen Sie Wärmezähler und Warmwasserzähler.',
  },
  PREMETER_MISSING: {
    says: ({ pot }) => aboutPot(pot, 'Der Nutzergruppe fehlt die Vorerfassung.'),
    norm: '§ 5 Abs. 7, § 6 Abs. 2 HeizkostenV; BGH VIII ZR 329/14',
    cure: 'Bauen Sie einen Zähler je Gruppe ein; eine Differenz genügt nicht (BGH VIII ZR 57/07).',
  },
  SHARE_BY_AGREEMENT: {
    says: ({ pot, percent }) =>
      `${potName(pot)}: ${percent} % nach Verbrauch beruhen auf einer Vereinbarung.`,
    norm: '§ 10 HeizkostenV',
    cure: 'Halten Sie die Vereinbarung bereit.',
  },
  EXEMPTION_APPLIED: {
    says: ({ ground }) =>
      `Es gilt eine Ausnahme nach § 11 Abs. 1 Nr. ${ground ?? ''}; verteilt wird nach festem Maßstab.`,
    norm: '§ 11 HeizkostenV',
    cure: 'Prüfen Sie, ob die Ausnahme noch zutrifft.',
  },
  INVOICE_COVERAGE_GAP: {
    says: ({ days, from, to }) =>
      days === '1'
        ? `Für den ${from} liegt keine Brennstoffrechnung vor.`
        : `Für ${days} Tage (${from} bis ${to}) liegt keine Brennstoffrechnung vor.`,
    norm: '§ 7 Abs. 2 HeizkostenV',
    cure: 'Ergänzen Sie die fehlende Rechnung.',
  },
  DELIVERY_OUTSIDE_PERIOD: {
    says: ({ date }) => `Die Lieferung vom ${date} liegt nicht im Abrechnungszeitraum.`,
    norm: '§ 7 Abs. 2 HeizkostenV',
    cure: 'Ordnen Sie die Lieferung dem richtigen Zeitraum zu.',
  },
  STOCK_UNCHANGED: {
    says: () => 'Anfangs- und Endbestand sind gleich wie im Vorjahr.',
    norm: '§ 7 Abs. 2 HeizkostenV',
    cure: 'Messen Sie den Bestand.',
  },
  OPENING_STOCK_NOT_LAST_CLOSING: {
    says: () => 'Der Anfangsbestand ist nicht der Endbestand des Vorjahres.',
    norm: '§ 7 Abs. 2 HeizkostenV',
    cure: 'Übernehmen Sie den Endbestand des Vorjahres.',
  },
  OPERATING_ELECTRICITY_HIGH: {
    says: ({ percent }) =>
      `Der Betriebsstrom beträgt ${percent} % der Brennstoffkosten; üblich sind bis 5 %.`,
    norm: '§ 7 Abs. 2 HeizkostenV',
    cure: 'Prüfen Sie die Schätzung oder den Zähler.',
  },
  CO2_DATA_MISSING: {
    says: () => 'Kohlendioxidmenge oder -kosten stehen nicht auf der Rechnung; aufgeteilt wurde nichts.',
    norm: '§ 3, § 7 Abs. 3, 4 CO2KostAufG',
    cure: 'Fordern Sie die Angaben beim Lieferanten an; sonst drohen 3 % Kürzung.',
  },
  CO2_FACTOR_IMPLAUSIBLE: {
    says: ({ percent }) => `Die Kohlendioxidmenge weicht um ${percent} % vom üblichen Faktor ab.`,
    norm: '§ 3 CO2KostAufG; EBeV 2030',
    cure: 'Prüfen Sie, ob Brennwert und Heizwert verwechselt wurden.',
  },
  CO2_RESTRICTED: {
    says: () => 'Der Vermieteranteil an den Kohlendioxidkosten ist wegen rechtlicher Hindernisse gekürzt.',
    norm: '§ 9 CO2KostAufG',
    cure: 'Legen Sie den Nachweis der Abrechnung bei.',
  },
  CO2_LEFT_TO_OWNERS: {
    says: () => 'In der Eigentümergemeinschaft wird nicht aufgeteilt; das tut der vermietende Eigentümer.',
    norm: '§ 7 CO2KostAufG',
    cure: 'Geben Sie den Eigentümern die Kohlendioxidangaben weiter.',
  },
  NOT_REMOTE_READABLE: {
    says: ({ count }) =>
      count === '1'
        ? 'Ein Gerät der Einheit ist nicht fernablesbar.'
        : `${count ?? ''} Geräte der Einheit sind nicht fernablesbar.`,
    norm: '§ 5 Abs. 2, 3, § 12 Abs. 1 S. 2 HeizkostenV',
    cure: 'Tauschen Sie die Geräte; sonst drohen 3 % Kürzung.',
  },
  NOT_GATEWAY_CONNECTABLE: {
    says: ({ count }) =>
      count === '1'
        ? 'Ein Gerät lässt sich nicht an ein Smart-Meter-Gateway anbinden.'
        : `${count ?? ''} Geräte lassen sich nicht an ein Smart-Meter-Gateway anbinden.`,
    norm: '§ 5 Abs. 2, 4 HeizkostenV',
    cure: 'Planen Sie den Tausch.',
  },
  CALIBRATION_EXPIRED: {
    says: ({ until }) => `Die Eichfrist des Zählers ist am ${until} abgelaufen.`,
    norm: '§ 37 MessEG',
    cure: 'Tauschen Sie den Zähler.',
  },
  DEVICE_ERROR: {
    says: ({ error }) => `Das Gerät meldet den Fehler ${error ?? ''}.`,
    norm: '§ 9a HeizkostenV',
    cure: 'Prüfen Sie das Gerät und den abgelesenen Wert.',
  },
  KEY_DATE_OFF_PERIOD: {
    says: ({ keyDate }) => `Der Stichtag ${keyDate ?? ''} fällt nicht auf das Ende des Abrechnungszeitraums.`,
    norm: '§ 6 Abs. 1 HeizkostenV',
    cure: 'Stellen Sie den Stichtag um oder prüfen Sie die Stände.',
  },
  INFORMATION_INCOMPLETE: {
    says: ({ missing }) => `Verbrauchsinformationen sind unvollständig: ${missing ?? ''}.`,
    norm: '§ 6a, § 12 Abs. 1 S. 3 HeizkostenV',
    cure: 'Ergänzen Sie die Angaben; sonst drohen 3 % Kürzung.',
  },
  INFORMATION_MISSING: {
    says: () => 'Zur Abrechnung gehören Informationen nach § 6a; erfasst ist dazu noch nichts.',
    norm: '§ 6a Abs. 3, § 12 Abs. 1 S. 3 HeizkostenV',
    cure: 'Ergänzen Sie Energiemix, Beratungsstellen und den Hinweis zur Streitbeilegung; sonst drohen 3 % Kürzung.',
  },
  STOCK_TAX_UNSTATED: {
    says: () =>
      'Die Lieferungen des Vorrats haben verschiedene Steuersätze, der Anfangsbestand nennt keinen.',
    norm: '§ 9, § 15 UStG',
    cure: 'Tragen Sie den Steuersatz des Anfangsbestands ein; bis dahin gilt er als ohne Steuer gekauft.',
  },
  CONSUMPTION_ZERO: {
    says: ({ pot }) => `${potName(pot)}: In der bewohnten Einheit ist der Verbrauch null.`,
    norm: '§ 6 Abs. 1 HeizkostenV',
    cure: 'Prüfen Sie Gerät und Ablesung.',
  },
  CONSUMPTION_CHANGED: {
    says: ({ pot, percent }) => `${potName(pot)}: Der Verbrauch weicht um ${percent} % vom Vorjahr ab.`,
    norm: 'Prüfregel der ARGE Heiz- und Wasserkosten',
    cure: 'Prüfen Sie Ablesung, Belegung und Geräte.',
  },
  UNIT_FAR_ABOVE_AREA_SHARE: {
    says: ({ pot, factor }) =>
      `${potName(pot)}: Die Einheit verbraucht das ${factor}-Fache ihres Flächenanteils.`,
    norm: 'Prüfregel',
    cure: 'Prüfen Sie Geräte, Faktoren und Zuordnung.',
  },
  SINGLE_DEVICE_DOMINATES: {
    says: ({ percent }) => `Ein einzelnes Gerät zählt ${percent} % des Verbrauchs des Hauses.`,
    norm: 'Prüfregel',
    cure: 'Prüfen Sie Gerät und Faktor.',
  },
  SUBMETERS_DEVIATE: {
    says: ({ percent }) => `Die Zähler der Einheiten weichen um ${percent} % vom Hauptzähler ab.`,
    norm: 'Prüfregel',
    cure: 'Suchen Sie fehlende Zähler oder Verluste.',
  },
  ENERGY_PER_AREA_UNUSUAL: {
    says: ({ kwhPerM2 }) => `${kwhPerM2} kWh je m² sind ungewöhnlich.`,
    norm: 'Prüfregel',
    cure: 'Prüfen Sie Energiemenge und Flächen.',
  },
  ENERGY_PRICE_UNUSUAL: {
    says: ({ centsPerKwh }) => `${centsPerKwh} ct je kWh sind ungewöhnlich.`,
    norm: 'Prüfregel',
    cure: 'Prüfen Sie Betrag und Menge der Rechnung.',
  },
  TOTAL_COST_CHANGED: {
    says: ({ percent }) => `Die Gesamtkosten weichen um ${percent} % vom Vorjahr ab.`,
    norm: 'Prüfregel der ARGE Heiz- und Wasserkosten',
    cure: 'Prüfen Sie, ob eine Rechnung fehlt oder doppelt erfasst ist.',
  },
  DEADLINE_NEAR: {
    says: ({ deadline }) => `Die Abrechnung muss den Mietern bis zum ${deadline} zugegangen sein.`,
    norm: '§ 556 Abs. 3 S. 2 BGB',
    cure: 'Versenden Sie die Abrechnung bald.',
  },
  DEADLINE_PASSED: {
    says: ({ deadline }) =>
      `Die Abrechnungsfrist ist am ${deadline} abgelaufen; Nachforderungen sind ausgeschlossen.`,
    norm: '§ 556 Abs. 3 S. 3 BGB',
    cure: 'Guthaben sind trotzdem auszuzahlen. Prüfen Sie, ob der Vermieter die Verspätung zu vertreten hat.',
  },
  TENANT_WITHOUT_ADDRESS: {
    says: () => 'Für den Nutzer ist keine Anschrift hinterlegt.',
    norm: '§ 556 Abs. 3 S. 2 BGB',
    cure: 'Tragen Sie die Zustellanschrift ein.',
  },
  PIPE_HEAT_SUSPECTED: {
    says: ({ recordedShare }) =>
      `Die Geräte erfassen nur ${recordedShare} der Wärme; das spricht für Rohrwärme.`,
    norm: '§ 7 Abs. 1 S. 3 HeizkostenV; VDI 2077',
    cure: 'Prüfen Sie freiliegende ungedämmte Leitungen. Nach VDI 2077 wird hier nicht gerechnet.',
  },
};
