/** Collects what must never happen in a page: breaches of the content policy, errors, and requests to elsewhere. */
import type { Page } from 'playwright-core';

/** Runs in the page before anything of it. */
export const REPORT_VIOLATIONS = `
  addEventListener('securitypolicyviolation', (event) => {
    globalThis.reportViolation(event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sourceFile + ':' + event.lineNumber);
  });
`;

export class Violations {
  readonly found: string[] = [];

  /** `origin` is the only place the page may ask for anything. */
  watch(page: Page, origin: string): void {
    page.on('pageerror', (error) => this.found.push(`error: ${error.message}`));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) this.found.push(`request: ${url}`);
    });
  }

  note(violation: string): void {
    this.found.push(`policy: ${violation}`);
  }
}
