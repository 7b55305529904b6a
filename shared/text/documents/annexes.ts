/** The words of the annexes of a statement: carbon dioxide, consumption information, labour costs, notes. */

export const CO2_TEXT = {
  heading: 'Aufteilung der Kohlendioxidkosten',
  introduction:
    'Die Vermieterseite trägt einen Teil der Kohlendioxidkosten des Brennstoffs. Wie viel, richtet sich nach dem ' +
    'Ausstoß je m² Wohnfläche und Jahr (§§ 5 bis 8 CO2KostAufG). Dieser Anteil wurde von den Kosten abgezogen, bevor ' +
    'sie auf die Nutzer verteilt wurden.',
  name: 'Aufteilung der Kohlendioxidkosten',
  emissions: 'Ausstoß laut Rechnungen des Lieferanten',
  area: 'Wohnfläche des Gebäudes',
  specific: 'Ausstoß je m², auf eine Stelle gerundet',
  cost: 'Kohlendioxidkosten laut Rechnungen, mit Umsatzsteuer',
  landlord: (share: string): string => `davon trägt die Vermieterseite ${share}`,
  tenants: (share: string): string => `davon tragen alle Nutzer zusammen ${share}`,
  yours: 'davon in Ihren Kosten enthalten',
  relief: 'Ihre Entlastung durch den Vermieteranteil',
  steps: {
    name: 'Stufen der Aufteilung',
    introduction:
      'Die Stufen nach der Anlage zum CO2KostAufG, jeweils von der unteren bis unter die obere Grenze; die Stufe ' +
      'Ihres Gebäudes ist hervorgehoben.',
    class: 'kg CO₂ je m²',
    tenants: 'Nutzer',
    landlord: 'Vermieter',
    own: 'Ihr Gebäude',
  },
  nonResidential:
    'Das Gebäude ist kein Wohngebäude; deshalb gelten keine Stufen, sondern ein fester Anteil (§ 8 CO2KostAufG).',
} as const;

export const INFORMATION_TEXT = {
  heading: 'Informationen zu Ihrem Verbrauch',
  norm: 'Diese Angaben verlangt § 6a Abs. 3 der Heizkostenverordnung.',
  chart: {
    heating: 'Heizung, witterungsbereinigt',
    hotWater: 'Warmwasser',
    together: 'Heizung und Warmwasser zusammen',
    now: 'Dieser Zeitraum',
    before: 'Voriger Zeitraum',
    average: 'Durchschnittsnutzer',
    alternative: (facts: readonly string[]): string => `Vergleich des Verbrauchs: ${facts.join('; ')}.`,
  },
  noComparison:
    'Ein witterungsbereinigter Vergleich mit dem vorigen Zeitraum ist nicht möglich, weil nicht für beide Zeiträume ' +
    'ein vollständiger Verbrauch von Ihnen vorliegt.',
  converted:
    'Heizkostenverteiler zählen Einheiten, keine Kilowattstunden. Die Kilowattstunden sind aus Ihrem Anteil an ' +
    'der Wärme des Gebäudes umgerechnet.',
  adjusted:
    'Witterungsbereinigt heißt: Der Verbrauch ist auf ein Jahr mit durchschnittlichem Wetter umgerechnet.',
  table: {
    name: 'Ihr Verbrauch im Vergleich',
    now: 'Dieser Zeitraum',
    before: 'Voriger Zeitraum',
    change: 'Änderung',
    heating: 'Heizung (kWh)',
    factor: 'Klimafaktor',
    adjusted: 'Heizung, witterungsbereinigt (kWh)',
    hotWater: 'Warmwasser (kWh)',
    average: 'Durchschnittsnutzer, Heizung und Warmwasser (kWh)',
    averageSource: (category: string, source: string): string =>
      `Durchschnittsnutzer: ${category}; Quelle: ${source}.`,
    previousPeriod: (period: string): string => `Voriger Zeitraum: ${period}.`,
    factorSource: (source: string, postcode: string): string =>
      `Klimafaktoren: ${source}, Postleitzahl ${postcode}.`,
  },
  mix: 'Energieträger',
  share: 'Anteil',
  network: (name: string, kg: string, factor: string): string =>
    `Wärmenetz ${name}: jährliche Treibhausgasemissionen ${kg}, Primärenergiefaktor ${factor}.`,
  taxes: 'Enthaltene Steuern und Abgaben',
  fees: 'Entgelte für Geräte, Eichung, Ablesung und Abrechnung der Liegenschaft',
  sum: 'Summe',
  amount: 'Betrag (€)',
  contacts: 'Beratung zum Energiesparen, Vergleichsprofile und technische Angaben zu Geräten',
} as const;

export const LABOUR_TEXT = {
  heading: 'Arbeitskosten nach § 35a EStG',
  text: 'In Ihren Kosten sind Arbeitskosten enthalten, die Sie in der Steuererklärung angeben können.',
  name: 'Arbeitskosten nach § 35a EStG',
  household: 'Haushaltsnahe Dienstleistungen (§ 35a Abs. 2 EStG)',
  craftsman: 'Handwerkerleistungen (§ 35a Abs. 3 EStG)',
  amount: 'In Ihren Kosten enthalten (€)',
} as const;

export const NOTES_TEXT = {
  heading: 'Hinweise',
  objection:
    'Einwendungen gegen diese Abrechnung müssen Sie spätestens zwölf Monate nach ihrem Zugang mitteilen ' +
    '(§ 556 Abs. 3 BGB).',
  inspection: (landlord: string): string =>
    `Sie können die Belege der Abrechnung einsehen, auch elektronisch. Bitte wenden Sie sich dafür an ${landlord}.`,
  dispute: (text: string): string => `Streitbeilegung nach dem VSBG: ${text}`,
  rounding: (text: string): string => `Rundung: ${text}`,
  vacancy: 'Kosten leer stehender Räume trägt die Vermieterseite; sie sind nicht auf die Nutzer verteilt.',
} as const;
