/** The words of the work order for a technician. */

export const WORK_ORDER_TEXT = {
  title: 'Arbeitsauftrag',
  description: 'Arbeitsauftrag für Messgeräte',
  facts: { date: 'Erstellt am', by: 'Erledigen bis', devices: 'Geräte', placer: 'Auftraggeber' },
  introduction:
    'Bitte erledigen Sie die Arbeiten je Gerät und tragen Sie Datum und Stand ein. Die Nummer auf dem Gerät muss mit der Nummer auf dem Auftrag übereinstimmen.',
  unknownProperty: 'Ohne Liegenschaft',
  behindGateway: (serial: string) => `Gateway ${serial}`,
  withoutGateway: 'Nie empfangen',
  columns: {
    device: 'Gerät',
    place: 'Ort',
    task: 'Aufgabe',
    done: 'Erledigt am, Stand',
  },
  gateway: 'Gateway',
  closing: 'Datum und Unterschrift',
  line: '______________________________________',
} as const;
