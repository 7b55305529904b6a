/**
 * Runs the window in headless Chromium against the real office: the same renderer files, headers, router and store as
 * in the app; only the transport differs. Never packaged.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { openOffice } from '#office/router/open-office.ts';
import type { Office } from '#office/router/serve-office.ts';
import type { Sender } from '#office/router/sender.ts';
import { FileDeviceSecretStore } from '#office/vault/device-secret.ts';
import type { OfficeEvent } from '#shared/contract/events.ts';
import { builtBridge, builtWindow } from './built-window.ts';
import { launchChromium } from './chromium.ts';
import { HeldAnswers } from './held-answers.ts';
import { ScriptedDesktop } from './scripted-desktop.ts';
import { serveWindow } from './serve-window.ts';
import { packBytes, unpackBytes } from './wire-bytes.ts';
import { REPORT_VIOLATIONS, Violations } from './violations.ts';

export interface HostOptions {
  /** Another folder of window files than the built one, for tests that bring an attacking page. */
  readonly windowFolder?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  readonly locale?: string;
  readonly clock?: () => Date;
  /** Lays an office into the host's folder before it is opened: its data below `data`, device secrets in `device`. */
  readonly prepare?: (folder: string) => Promise<void>;
}

export interface Host {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly origin: string;
  readonly office: Office;
  readonly desktop: ScriptedDesktop;
  /** A folder of the test's own, for exports and backups; it goes with the host. */
  readonly folder: string;
  /** Where vault and store lie. */
  readonly dataFolder: string;
  readonly violations: Violations;
  readonly answers: HeldAnswers;
  /** Closes everything. Throws when the page broke its content policy, failed or asked for something elsewhere. */
  stop(): Promise<void>;
}

/** Starts office, browser and page; the page shows `/index.html` when it returns. */
export async function startHost(options: HostOptions = {}): Promise<Host> {
  const bridge = await builtBridge();
  const windowFolder = options.windowFolder ?? (await builtWindow());
  const folder = mkdtempSync(path.join(tmpdir(), 'stichtag-host-'));
  const dataFolder = path.join(folder, 'data');
  await options.prepare?.(folder);
  const served = await serveWindow(windowFolder);
  const desktop = new ScriptedDesktop();
  const violations = new Violations();
  const answers = new HeldAnswers();
  const browser = await launchChromium();
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1440, height: 900 },
    colorScheme: options.colorScheme ?? 'light',
    locale: options.locale ?? 'de-DE',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  violations.watch(page, served.origin);

  const office = openOffice({
    folder: dataFolder,
    trustedOrigin: served.origin,
    desktop,
    deviceSecrets: new FileDeviceSecretStore(path.join(folder, 'device')),
    tell: (event) => void tell(page, event),
    sessionChanged: () => {},
    ...(options.clock && { clock: options.clock }),
  });

  await context.exposeBinding('reportViolation', (_, violation: string) => violations.note(violation));
  await context.exposeBinding(
    'askOffice',
    async ({ page: asking, frame }, channel: string, args: unknown) => {
      const sender: Sender = {
        isOwnWindow: asking === page,
        isTopFrame: frame === asking.mainFrame(),
        origin: URL.canParse(frame.url()) ? new URL(frame.url()).origin : '',
      };
      // As one text: the driver takes seconds to carry a list of thousands of rows as objects.
      const reply = packBytes(await office.router.handle(channel, unpackBytes(args), sender));
      await answers.leave(channel);
      return JSON.stringify(reply);
    },
  );
  await context.addInitScript({ content: REPORT_VIOLATIONS });
  await context.addInitScript({ content: bridge });
  await page.goto(`${served.origin}/index.html`);

  return {
    page,
    context,
    origin: served.origin,
    office,
    desktop,
    folder,
    dataFolder,
    violations,
    answers,
    async stop() {
      await browser.close();
      await office.close();
      await served.stop();
      rmSync(folder, { recursive: true, force: true });
      if (violations.found.length > 0)
        throw new Error(`the page misbehaved:\n${violations.found.join('\n')}`);
    },
  };
}

/** A page on its way elsewhere hears nothing: it asks anew when it has arrived. */
async function tell(page: Page, event: OfficeEvent): Promise<void> {
  await page
    .evaluate((detail) => dispatchEvent(new CustomEvent('office-event', { detail })), event)
    .catch(() => undefined);
}
