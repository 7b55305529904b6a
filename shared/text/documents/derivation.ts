/** The words that lead from the invoices of a property to one tenant's share. */

export const DERIVATION_TEXT = {
  costs: {
    heading: 'Kosten der Liegenschaft',
    name: 'Kosten der Liegenschaft',
    item: 'Kostenart',
    document: 'Beleg',
    invoiced: 'Laut Beleg (€)',
    inPeriod: 'Im Zeitraum (€)',
    joint: 'Heizung und Warmwasser gemeinsam',
    heating: 'Nur Heizung',
    hotWater: 'Nur Warmwasser',
    sum: 'Summe',
    co2: 'abzüglich Vermieteranteil an den Kohlendioxidkosten',
    distributed: 'Auf die Nutzer zu verteilen',
    fromStock: 'Verbrauch aus Bestand, siehe unten',
    documentOf: (
      supplier: string | undefined,
      number: string | undefined,
      date: string | undefined,
    ): string =>
      [supplier, number === undefined ? undefined : `Nr. ${number}`, date]
        .filter((part) => part !== undefined)
        .join(', '),
  },

  stock: {
    heading: (label: string): string => `Bestand und Verbrauch: ${label}`,
    item: 'Vorgang',
    quantity: (unit: string): string => `Menge (${unit})`,
    amount: 'Betrag (€)',
    opening: 'Anfangsbestand',
    delivery: (date: string): string => `Lieferung vom ${date}`,
    closing: 'abzüglich Endbestand',
    consumed: 'Verbraucht im Zeitraum',
  },

  separation: {
    heading: 'Trennung von Heizung und Warmwasser',
    factsName: 'Anteil des Warmwassers',
    heat: 'Wärme für das Warmwasser',
    fuel: 'Brennstoff für das Warmwasser',
    energy: 'Gesamte Energie',
    share: 'Anteil an den gemeinsamen Kosten',
    jointCosts: 'Gemeinsame Kosten ohne Vermieteranteil CO₂',
    splitName: 'Aufteilung der Kosten',
    part: 'Kosten (€)',
    joint: 'Gemeinsame Kosten nach Anteil',
    own: 'Eigene Kosten',
    sum: 'Kosten des Bereichs',
  },

  prices: {
    heading: 'Grundkosten und Verbrauchskosten',
    text:
      'Ein Teil der Kosten richtet sich nach der Größe der Räume, der andere nach dem gemessenen Verbrauch ' +
      '(§§ 7, 8 HeizkostenV). Kosten geteilt durch die Summe aller Nutzer ergibt den Preis je Einheit.',
    byBaseKeyOnly:
      'Für mehr als 25 % der Fläche fehlen Messwerte. Deshalb sind diese Kosten ganz nach der Größe der Räume ' +
      'verteilt (§ 9a Abs. 2 HeizkostenV).',
    exempt:
      'Für einen Teil der Anlage gilt eine Ausnahme (§ 11 HeizkostenV). Diese Kosten sind ganz nach der Größe der ' +
      'Räume verteilt.',
    name: 'Preise je Einheit',
    position: 'Kostenanteil',
    amount: 'Kosten (€)',
    sum: 'geteilt durch Summe aller Nutzer',
    price: 'ergibt Preis (€)',
    base: (share: string, key: string): string => `${share} Grundkosten nach ${key}`,
    consumption: (share: string): string => `${share} Verbrauchskosten`,
    potSum: (pot: string): string => `Summe ${pot}`,
    per: (price: string, unit: string): string => `${price} je ${unit}`,
  },

  groups: {
    heading: 'Vorverteilung auf Nutzergruppen',
    text: (share: string, key: string): string =>
      `Die Kosten sind zuerst auf Nutzergruppen mit eigenen Zählern verteilt: ${share} nach deren gemessenem ` +
      `Verbrauch, der Rest nach ${key} (§ 5 Abs. 7, § 6 Abs. 2 HeizkostenV).`,
    name: 'Vorverteilung auf Nutzergruppen',
    group: 'Nutzergruppe',
    recorded: 'Gemessen',
    key: 'Größe',
    amount: 'Kosten (€)',
  },

  share: {
    heading: 'Ihr Anteil',
    text: 'Ihre Menge mal Preis ergibt Ihren Betrag.',
    displayPrices: 'Preise je Einheit sind für den Druck gerundet; gerechnet wurde mit den genauen Preisen.',
    name: 'Ihr Anteil',
    position: 'Kostenanteil',
    quantity: 'Ihre Menge',
    time: 'mal Zeitanteil',
    price: 'mal Preis (€)',
    amount: 'ergibt (€)',
    base: 'Grundkosten',
    consumption: 'Verbrauchskosten',
    further: 'Weitere Kosten',
    direct: 'Von Ihnen veranlasst',
    sum: 'Ihre Kosten',
    net: 'Ihre Kosten ohne Umsatzsteuer',
    degreeDays: (part: string, whole: string, table: string): string =>
      `Zeitanteil Heizung: ${part} von ${whole} Gradtagszahlen (${table}; § 9b Abs. 2 HeizkostenV).`,
    days: (pot: string, part: string, whole: string): string =>
      `Zeitanteil ${pot}: ${part} von ${whole} Tagen (§ 9b Abs. 2 HeizkostenV).`,
  },

  devices: {
    heading: 'Ihre Messgeräte',
    name: 'Ihre Messgeräte',
    number: 'Gerätenummer',
    room: 'Raum',
    kind: 'Art',
    opening: 'Stand Beginn',
    closing: 'Stand Ende',
    byHand: 'von Hand',
    difference: 'Differenz',
    factor: 'Faktor',
    consumption: 'Verbrauch',
    estimated: '* Dieser Wert wurde nicht abgelesen, sondern ermittelt.',
    estimateTitle: 'Ermittelte Werte (§ 9a HeizkostenV)',
    estimate: (place: string, result: string, method: string, reason: string): string =>
      `${place}: ${result}, ermittelt ${method}. Grund: ${reason}.`,
    arithmetic: (terms: string, result: string): string => `Rechnung: ${terms} = ${result}.`,
    rooms: (rooms: string): string => `Vergleichsräume: ${rooms}.`,
    reference: (period: string): string => `Vergleichszeitraum: ${period}.`,
    interim: (date: string): string =>
      `Zum Nutzerwechsel am ${date} wurden die Geräte zwischenabgelesen (§ 9b Abs. 1 HeizkostenV).`,
    byTime:
      'Zum Nutzerwechsel liegt nicht von jedem Gerät ein Zwischenstand vor; dessen Verbrauch ist nach der Zeit ' +
      'aufgeteilt (§ 9b Abs. 3 HeizkostenV).',
  },
} as const;
