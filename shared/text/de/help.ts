/** The help at F1 and the keyboard map. */

export const help = {
  more: (keyMap: string, search: string) =>
    `Alle Tasten zeigt ${keyMap}. Alles andere finden Sie mit ${search}.`,
  everywhere: 'Überall',
  inTables: 'In Tabellen',
  inDates: 'In Datumsfeldern',
  inAmounts: 'In Betragsfeldern',
  inPreviews: 'In der Vorschau eines Dokuments',
  previews: (up: string, down: string) =>
    `${up} ${down} eine Seite; + und - größer und kleiner, 0 passende Größe.`,
  dates: (up: string, down: string) =>
    `311225, 31.12.25, 1.3., h für heute, +14 für in 14 Tagen; ↑ ↓ ein Tag, ${up} ${down} ein Monat.`,
  amounts:
    '1.234,56 · 1234,56 · 1 234,5 · =100-55 rechnet. Steht nur ein Punkt da, zeigt das Feld, wie es ihn liest.',
  keys: {
    palette: 'Suchen, gehen, tun',
    page1: 'Bereich der Seitenleiste',
    back: 'Zurück',
    forward: 'Vor',
    create: 'Neu auf dieser Seite',
    createProperty: 'Neue Liegenschaft',
    undo: 'Letzten Schritt rückgängig',
    redo: 'Zurückgenommenes wiederherstellen',
    pull: 'Daten abrufen',
    nextFinding: 'Nächster Punkt der Prüfliste',
    previousFinding: 'Voriger Punkt der Prüfliste',
    nextBill: 'Nächste Rechnung',
    earlierPeriod: 'Verbrauch: ein Monat zurück',
    laterPeriod: 'Verbrauch: ein Monat weiter',
    chartTable: 'Verbrauch: Diagramm oder Tabelle',
    saved: 'Gespeichert? (ist immer gespeichert)',
    nextPane: 'Nächster Teil des Fensters',
    lock: 'Sperren',
    help: 'Hilfe zu dieser Seite',
    keyMap: 'Diese Übersicht',
  },
  tableKeys: {
    move: 'Zelle wechseln',
    edge: 'Bis zum Rand springen',
    extend: 'Markierung erweitern',
    row: 'Zeile markieren',
    all: 'Alles markieren',
    edit: 'Zelle bearbeiten',
    open: 'Öffnen oder bearbeiten',
    above: 'Aus der Zeile darüber übernehmen',
    restore: 'Eingabe verwerfen',
    filter: 'Liste filtern',
    copy: 'Kopieren mit Überschriften',
    copyPlain: 'Kopieren ohne Überschriften',
    paste: 'Aus einer Tabelle einfügen',
    rowMenu: 'Befehle der Zeile',
    titleMenu: 'Befehle der Spalte (in der Kopfzeile)',
  },
  pages: {
    start: {
      title: 'Start',
      paragraphs: [
        'Hier steht, was heute zu tun ist: fällige Abrechnungen zuerst, dann fehlende Angaben. Jede Zahl öffnet die Zeilen dahinter.',
        'Eine Heizkostenabrechnung muss den Mieter spätestens zwölf Monate nach dem Ende des Zeitraums erreichen (§ 556 Abs. 3 BGB). Danach gibt es keine Nachzahlung mehr.',
      ],
    },
    consumption: {
      title: 'Verbrauch',
      paragraphs: [
        'Was eine Liegenschaft oder eine Wohnung verbraucht hat, verglichen mit dem Zeitraum davor, mit dem Vorjahr und mit einem Durchschnittsnutzer (§ 6a Abs. 2 HeizkostenV). Fehlt ein Vergleichswert, steht das da; null steht nur, wo nichts verbraucht wurde.',
        'Heizkostenverteiler zählen keine Kilowattstunden. Wo sie dastehen, sind sie mit der letzten Abrechnung umgerechnet; ein Klick auf „umgerechnet“ zeigt, wie.',
        'Mit der Taste T wird das Diagramm zur Tabelle. Bild ↑ und Bild ↓ gehen einen Monat weiter oder zurück.',
      ],
    },
    properties: {
      title: 'Liegenschaften',
      paragraphs: [
        'Eine Liegenschaft ist ein Gebäude mit gemeinsamer Heizung. Legen Sie zuerst das Gebäude an, dann die Nutzeinheiten und die Mieter in einem Zug: kopieren Sie dafür die Tabelle aus Excel und fügen Sie sie ein.',
        'Jeder Zeitraum hat seine eigenen Regeln. Der Verbrauchsanteil liegt zwischen 50 und 70 Prozent (§§ 7, 8 HeizkostenV). In bestimmten Gebäuden sind 70 Prozent vorgeschrieben (§ 7 Abs. 1 Satz 2).',
        '„Offene Punkte“ zählt, was für die Abrechnung noch fehlt.',
      ],
    },
    units: {
      title: 'Nutzeinheiten',
      paragraphs: [
        'Wohnungen und Läden mit ihren Flächen und Räumen. Mit F2 ändern Sie eine Zelle, mit Strg+D übernehmen Sie den Wert darüber.',
        'Die beheizte Fläche ist nie größer als die Wohnfläche, und die Räume zusammen nie größer als die Einheit.',
      ],
    },
    meters: {
      title: 'Messgeräte',
      paragraphs: [
        'Alle Heizkostenverteiler und Zähler mit ihrem letzten Empfang. Ein Gerät gilt als stumm, wenn es dreimal so lange schweigt wie gewohnt, mindestens aber zwei Tage; ein gleichbleibender Stand ist keine Stille.',
        'Die Seite eines Geräts zeigt seinen Datenweg: Gateway, Cloud, Stichtag, entschlüsselt, abgerechnet. So sehen Sie, wo die Daten ausbleiben. Entschlüsselt wird nur auf diesem Rechner.',
        'Seit Dezember 2021 müssen neue Geräte fernablesbar sein, seit Dezember 2022 auch interoperabel; alte Geräte sind bis 31.12.2026 nachzurüsten (§ 5 HeizkostenV).',
      ],
    },
    gateways: {
      title: 'Gateways',
      paragraphs: [
        'Gateways hören die Messgeräte und senden deren verschlüsselte Telegramme gebündelt in die Cloud. Jedes Bündel trägt eine Nummer; fehlt eine, ist es nie angekommen.',
        'Sendet ein Gateway, das nicht in Ihrer Liste steht, ordnen Sie es einer Liegenschaft zu oder ignorieren es mit einem Grund.',
      ],
    },
    people: {
      title: 'Personen',
      paragraphs: [
        'Vermieter und Mieter, so wie sie am Briefkasten stehen. Tragen Sie nach dem Auszug die neue Anschrift ein, damit die Abrechnung ankommt.',
        'Eine Person, die ein Mietverhältnis oder eine Abrechnung kennt, lässt sich nicht löschen; ihre Daten gehen nach der Aufbewahrungsfrist von selbst.',
      ],
    },
    tenancies: {
      title: 'Mietverhältnisse',
      paragraphs: [
        'Wer welche Nutzeinheit von wann bis wann nutzt. Zwei Mietverhältnisse einer Einheit können sich nicht überschneiden. Eine Lücke ist Leerstand; dessen Kosten trägt der Vermieter.',
        'Fügen Sie Zeilen aus Excel mit Strg+V ein. Sie sehen vorher, was neu ist und was nicht stimmt, und können alles in einem Schritt zurücknehmen.',
      ],
    },
    billing: {
      title: 'Abrechnungen',
      paragraphs: [
        'Entwurf rechnen, Prüfliste durchgehen, finalisieren, PDFs ausgeben. Der Entwurf lässt sich beliebig oft neu rechnen; erst das Finalisieren friert ihn ein.',
        'Klicken Sie in einer Rechnung auf einen Betrag: Sie sehen die ganze Kette von der Formel bis zur Ablesung oder zur Rechnung des Versorgers, mit dem Paragrafen.',
        'Das Risikoblatt nennt Kürzungsrechte der Mieter (§ 12 HeizkostenV) in Euro. Abgezogen wird nichts von selbst.',
      ],
    },
    review: {
      title: 'Prüfliste',
      paragraphs: [
        'Fehler sperren das Finalisieren; Warnungen brauchen einen Satz, warum sie in Ordnung sind. Der Satz steht danach im Protokoll.',
        'F8 springt zum nächsten Punkt, Umschalt+F8 zum vorigen.',
      ],
    },
    pull: {
      title: 'Datenabruf',
      paragraphs: [
        'Holt neue Funktelegramme aus AWS IoT Core. Die Telegramme sind dort verschlüsselt; entschlüsselt werden sie nur hier.',
        'Abbrechen lässt alles Vollständige da. Ohne Internet bleibt nur dieser Abruf liegen, alles andere geht.',
        'Der Zeitplan ruft von selbst ab, solange Stichtag offen und entsperrt ist. Scheitert er, steht der Grund auf der Seite, und er versucht es nach einer Viertelstunde wieder.',
        'Der Zugang sind Zugriffsschlüssel oder der Name eines AWS-Profils auf diesem Rechner. Die Prüfung der Verbindung ändert nichts.',
      ],
    },
    keys: {
      title: 'Schlüssel',
      paragraphs: [
        'Jedes Funkgerät hat einen eigenen AES-Schlüssel. Stichtag probiert ihn sofort an den gespeicherten Telegrammen: „bestätigt“ heißt, er hat eines geöffnet.',
        'Lieferdateien der Hersteller werden am Inhalt erkannt: Text, CSV, Excel, Kamstrup KEM. Sie wählen, was die Spalten bedeuten, und sehen jede Zeile, bevor etwas gespeichert wird.',
        'Gespeicherte Schlüssel bleiben in diesem Büro. Im Klartext zeigt sie nur, wer das Recht hat und einen Grund nennt; das steht im Protokoll.',
      ],
    },
    audit: {
      title: 'Protokoll',
      paragraphs: [
        'Jede Änderung mit Zeit, Kürzel, altem und neuem Wert. Die Einträge hängen kryptografisch aneinander: „Protokoll prüfen“ rechnet die Kette nach und nennt den ersten Bruch.',
      ],
    },
    settings: {
      title: 'Einstellungen',
      paragraphs: [
        'Angaben zum Büro, Bearbeiter und Rechte, Sicherung, Sperre, Aufbewahrung und Sprache.',
        'Abrechnungsunterlagen werden zehn Jahre aufbewahrt (§ 147 AO), Ablesungen drei Jahre zum Jahresende (§§ 195, 199 BGB).',
      ],
    },
  },
};
