/** Words of the review list. */

export const review = {
  empty: 'Kein Punkt ist offen. Sobald ein Entwurf gerechnet ist, stehen hier seine Fehler und Warnungen.',
  severity: 'Gewicht',
  severities: { blocks: 'Fehler', warns: 'Warnung' },
  message: 'Befund',
  paragraph: 'Vorschrift',
  cure: 'Abhilfe',
  answer: 'Begründung',
  state: 'Stand',
  states: { open: 'offen', accepted: 'begründet' },
  next: 'Nächster Punkt',
  previous: 'Voriger Punkt',
  goThere: 'Dorthin',
  accept: 'Begründen',
  reason: 'Warum ist das in Ordnung?',
  reasonHelp: 'Ein Satz genügt; er steht danach im Protokoll.',
  accepted: 'Begründung gespeichert.',
  none: 'Die Prüfliste ist leer: kein Fehler, keine Warnung.',
};
