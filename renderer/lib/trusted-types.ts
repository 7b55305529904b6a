/**
 * The window's one Trusted Types policy: only the empty string passes, which react-aria's announcer needs to clear
 * itself. Must be imported before anything that touches the page.
 */

interface PolicyFactory {
  createPolicy: (name: string, rules: { createHTML: (html: string) => string }) => unknown;
}

function refuseMarkup(html: string): string {
  if (html === '') return html;
  throw new TypeError('the window builds its page from elements, never from markup text');
}

const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
trustedTypes?.createPolicy('default', { createHTML: refuseMarkup });
