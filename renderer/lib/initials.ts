/** The initials a name suggests: `Shivani Rao` is SR, `Dr. Anna von Berg` is AB. Pure. */
const TITLE = /^(?:dr|prof|dipl|ing|med|von|van|der|de|zu)\.?$/i;

export function initialsOf(name: string): string {
  const parts = name
    .trim()
    .split(/\s+/)
    .filter((part) => part !== '' && !TITLE.test(part));
  const [first, last] = [parts[0], parts.length > 1 ? parts.at(-1) : undefined];
  return [first, last].map((part) => part?.charAt(0).toUpperCase() ?? '').join('');
}
