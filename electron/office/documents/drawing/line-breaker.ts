/** Breaks a text into lines that fit a width. Knows no PDF: it is told how wide a piece of text is. */

const SOFT_HYPHEN = '\u00ad';
/** Behind a space, behind a hyphen or slash between letters, and at a soft hyphen a line may end. */
const OPPORTUNITY = /(?<= )|(?<=\p{L}\.?[-/])(?=\p{L})|(?<=\u00ad)/u;
/** Widths are sums of fractions: a text must fit the width that was made for it. */
const TOLERANCE = 0.01;
const ENDS_IN_LETTER = /\p{L}$/u;

function withoutSoftHyphens(text: string): string {
  return text.replaceAll(SOFT_HYPHEN, '');
}

/** How a line looks when it ends here: a soft hyphen at its end becomes visible, trailing spaces go. */
function asLine(text: string): string {
  const visible = withoutSoftHyphens(text).trimEnd();
  return text.endsWith(SOFT_HYPHEN) ? `${visible}-` : visible;
}

/** Cuts a piece that is wider than a whole line; a cut between letters gets a hyphen. */
function cutToWidth(piece: string, width: number, measure: (text: string) => number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const character of withoutSoftHyphens(piece)) {
    const isLetter = ENDS_IN_LETTER.test(character);
    if (part !== '' && measure(`${part}${character}${isLetter ? '-' : ''}`) > width) {
      parts.push(isLetter && ENDS_IN_LETTER.test(part) ? `${part}${SOFT_HYPHEN}` : part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}

/**
 * The lines of a text, none wider than `width` unless a single character is. Line feeds in the text are kept,
 * no-break spaces are not broken at, soft hyphens show only where a line ends at one.
 */
export function breakLines(text: string, width: number, measure: (text: string) => number): string[] {
  return text.split('\n').flatMap((paragraph) => breakParagraph(paragraph, width + TOLERANCE, measure));
}

function breakParagraph(paragraph: string, width: number, measure: (text: string) => number): string[] {
  if (measure(withoutSoftHyphens(paragraph)) <= width) return [asLine(paragraph)];
  const pieces = paragraph
    .split(OPPORTUNITY)
    .flatMap((piece) => (measure(asLine(piece)) > width ? cutToWidth(piece, width, measure) : [piece]));
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && measure(asLine(line + piece)) > width) {
      lines.push(asLine(line));
      line = piece;
    } else line += piece;
  }
  return [...lines, asLine(line)];
}
