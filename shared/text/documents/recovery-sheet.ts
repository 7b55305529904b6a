/** The words of the recovery sheet of a vault. */

export const RECOVERY_TEXT = {
  title: 'Wiederherstellungsblatt',
  description: 'Wiederherstellungscode eines Tresors',
  facts: {
    vault: 'Tresor',
    date: 'Erstellt am',
    groups: 'Gruppen',
  },
  introduction:
    'Mit diesem Code öffnen Sie den Tresor, wenn die Passphrase verloren ist oder der Rechner ersetzt werden muss. ' +
    'Wer den Code hat, kann alle Daten des Tresors lesen.',
  code: 'Ihr Code',
  keep: {
    heading: 'So bewahren Sie das Blatt auf',
    items: [
      'Drucken Sie das Blatt auf Papier und legen Sie es in einen Tresor oder ein Bankschließfach.',
      'Bewahren Sie es getrennt von dem Rechner und von den Sicherungen auf.',
      'Löschen Sie die Datei nach dem Drucken, und senden Sie sie nicht als E-Mail.',
      'Erstellen Sie ein neues Blatt, wenn jemand diesen Code gesehen haben könnte.',
    ],
  },
  use: {
    heading: 'So verwenden Sie den Code',
    items: [
      'Wählen Sie beim Entsperren den Wiederherstellungscode und geben Sie die Gruppen der Reihe nach ein.',
      'Groß- und Kleinschreibung spielen keine Rolle. Ein Tippfehler wird erkannt.',
      'Vergeben Sie danach eine neue Passphrase.',
    ],
  },
} as const;
