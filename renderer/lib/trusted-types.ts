/**
 * The window's one Trusted Types policy. Markup: only the empty string passes, which react-aria's announcer needs to
 * clear itself. Scripts by address: only the worker that reads PDFs. Must be imported before anything that touches the
 * page.
 */
import { PDF_WORKER_URL } from './pdf-worker.ts';

interface PolicyRules {
  readonly createHTML: (html: string) => string;
  readonly createScriptURL: (url: string) => string;
}

interface PolicyFactory {
  createPolicy: (name: string, rules: PolicyRules) => unknown;
}

function refuseMarkup(html: string): string {
  if (html === '') return html;
  throw new TypeError('the window builds its page from elements, never from markup text');
}

function refuseScripts(url: string): string {
  if (url === PDF_WORKER_URL) return url;
  throw new TypeError('the window starts no script but its own');
}

const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
trustedTypes?.createPolicy('default', { createHTML: refuseMarkup, createScriptURL: refuseScripts });
