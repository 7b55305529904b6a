/** Words of the preview of a PDF inside the window. */

export const pdf = {
  show: 'PDF ansehen',
  loading: 'Das Dokument wird vorbereitet …',
  failed: 'Das Dokument lässt sich nicht anzeigen. Bitte speichern Sie es und öffnen Sie die Datei.',
  pageFailed:
    'Diese Seite lässt sich nicht anzeigen. Bitte speichern Sie das Dokument und öffnen Sie die Datei.',
  bar: 'Seiten und Größe',
  page: (page: number, pages: number) => `Seite ${page} von ${pages}`,
  previousPage: 'Vorige Seite',
  nextPage: 'Nächste Seite',
  percent: (percent: number) => `${percent} %`,
  smaller: 'Kleiner',
  larger: 'Größer',
  fit: 'Passende Größe',
};
