/** Words of files that are dropped on the window. */

export const dropped = {
  here: 'Datei hier ablegen',
  what: 'Lieferdatei des Herstellers (CSV, Excel, Text, KEM) oder Telegramme. Stichtag erkennt am Inhalt, was es ist.',
  reading: 'Die Datei wird gelesen …',
  onlyOne: 'Bitte legen Sie immer nur eine Datei ab.',
  dialogFirst: 'Bitte schließen Sie zuerst den offenen Dialog und legen Sie die Datei dann noch einmal ab.',
  tooLarge: (name: string) =>
    `„${name}“ ist zum Ablegen zu groß. Bitte wählen Sie die Datei unter „Schlüssel“ oder „Datenabruf“ aus.`,
  unreadable: (name: string) =>
    `„${name}“ lässt sich nicht lesen. Bitte legen Sie eine Datei ab, keinen Ordner.`,
};
