/** Walks the road once: fleet and cloud, pull, decoding, bill, documents, proof. Starts afresh, leaves nothing running. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { billProperty } from '#shared/billing/bill-property.ts';
import type { Bill } from '#shared/billing/bill.ts';
import type { BillingCase } from '#shared/billing/billing-case.ts';
import { plainDateOf } from '#shared/model/plain-date.ts';
import { fail, succeed, type Failure, type Result } from '#shared/model/result.ts';
import { DOCUMENT_TEXT } from '#shared/text/documents/common.ts';
import { openIotCoreSource } from '../mailbox/iot-core-source.ts';
import { decodeTelegrams } from '../services/decode-telegrams.ts';
import { exportDocuments } from '../services/export-documents.ts';
import { importKeys } from '../services/import-keys.ts';
import { closeOffice, createOffice, type OfficeSession } from '../services/office-session.ts';
import { prepareBillingCase } from '../services/prepare-billing-case.ts';
import { pullBundles, type PullSheet } from '../services/pull-bundles.ts';
import { createStoreBundleLedger } from '../services/store-bundle-ledger.ts';
import { billingPeriodsOf } from '../store/costs.ts';
import { FileDeviceSecretStore } from '../vault/device-secret.ts';
import { passphraseBytes } from '../vault/secret-bytes.ts';
import { publishFleet } from './fleet/publish-fleet.ts';
import { prepareFreshFolder } from './fresh-folder.ts';
import { keyListOf, radiosOf, sendingInstants } from './house-traffic.ts';
import { startIotCore, type IotCore } from './iot-core/start-iot-core.ts';
import { loadProperty, type LoadedProperty } from './load-property.ts';
import { GATEWAYS } from './meter-stock.ts';
import type { DemoOptions } from './options.ts';
import { demoProperty, type DemoProperty } from './property.ts';
import { printResult } from './report.ts';
import { SeededRandom } from './seeded-random.ts';
import { Progress, type Output } from './terminal.ts';

/** The demo's staff unlock with this; there is nothing real to protect. */
export const DEMO_PASSPHRASE = 'Kickelhahn im Morgenlicht';
/** The day the demo bills on: the same text every time. */
const BILLED_ON = plainDateOf('2026-02-16');
const PAY_BY = plainDateOf('2026-03-31');
/** The example number of the banks; it belongs to nobody. */
const DEMO_IBAN = 'DE02120300000000202051';
const OFFICE = {
  name: 'Messdienst Ilmtal',
  address: ['Langewiesener Straße 37', '98693 Ilmenau'],
  phone: '03677 000000',
  email: 'abrechnung@messdienst-ilmtal.example',
} as const;

/** What the walk came to, for the report and for tests. */
export interface DemoResult {
  readonly bill: Bill;
  readonly case: BillingCase;
  readonly documents: readonly string[];
}

/** An expected failure on the way; carries its sentence to the one place that prints it. */
class DemoStopped extends Error {}

function valueOf<T>(result: Result<T, Failure | string>): T {
  if (result.ok) return result.value;
  throw new DemoStopped(typeof result.error === 'string' ? result.error : result.error.message);
}

/** Runs the demo; the error is a sentence. On an abort everything is closed and what was written stays. */
export async function runDemo(
  options: DemoOptions,
  output: Output,
  signal: AbortSignal,
): Promise<Result<DemoResult, string>> {
  const closers: (() => Promise<void> | void)[] = [];
  try {
    valueOf(prepareFreshFolder(options.folder));
    return succeed(await new Walk(options, output, signal, closers).go());
  } catch (error) {
    if (signal.aborted) return fail('Die Vorführung wurde abgebrochen; es läuft nichts weiter.');
    if (error instanceof DemoStopped) return fail(error.message);
    throw error;
  } finally {
    for (const close of closers.toReversed()) await close();
  }
}

class Walk {
  readonly #options: DemoOptions;
  readonly #output: Output;
  readonly #signal: AbortSignal;
  readonly #closers: (() => Promise<void> | void)[];
  readonly #progress: Progress;
  readonly #random: SeededRandom;
  readonly #house: DemoProperty;

  constructor(
    options: DemoOptions,
    output: Output,
    signal: AbortSignal,
    closers: (() => Promise<void> | void)[],
  ) {
    this.#options = options;
    this.#output = output;
    this.#signal = signal;
    this.#closers = closers;
    this.#progress = new Progress(output);
    this.#random = new SeededRandom(options.seed);
    this.#house = demoProperty(this.#random, options.units);
  }

  async go(): Promise<DemoResult> {
    const { units, seed } = this.#options;
    this.#output.write(
      `\nStichtag – Vorführung: ${this.#house.name}, ${units} Nutzeinheiten (Seed ${seed})\n\n`,
    );
    const core = await this.#startCloud();
    await this.#send(core);
    const session = await this.#openOffice();
    const loaded = await this.#enterHouse(session);
    const pulled = await this.#pull(core, session);
    await this.#decode(session);
    const { billingCase, bill } = await this.#bill(session, loaded);
    const documents = await this.#writeDocuments(billingCase);
    const wire = core.capturedPublishes;
    await this.#keepWire(core);
    // Closed first: what is proved is what a thief of the disk would find.
    closeOffice(session);
    printResult(this.#output, {
      options: this.#options,
      house: this.#house,
      billingCase,
      bill,
      documents,
      pulled,
      wire,
      times: this.#progress.times,
    });
    return { bill, case: billingCase, documents };
  }

  #startCloud(): Promise<IotCore> {
    return this.#stage('Eingebetteter IoT Core', async () => {
      const core = await startIotCore();
      this.#closers.push(() => core.stop());
      return [core, `MQTT/TLS auf Port ${core.mqttPort}, Datenzugang auf Port ${core.dataPort}`];
    });
  }

  #send(core: IotCore): Promise<void> {
    const meters = radiosOf(this.#house);
    return this.#stage('Funkflotte und Gateways', async (say) => {
      const gateways = await Promise.all(
        GATEWAYS.map(async (id) => ({ id, certificate: await core.issueGatewayCertificate(id) })),
      );
      const sent = await publishFleet({
        gateways,
        meters,
        instants: sendingInstants(),
        broker: { port: core.mqttPort, ca: core.ca },
        random: this.#random,
        signal: this.#signal,
        onProgress: ({ done, total }) => say(`${done} von ${total} Sendungen`),
      });
      return [
        undefined,
        `${meters.length} Zähler senden ${count(sent.telegrams)} Telegramme in ${count(sent.bundles)} Bündeln`,
      ];
    });
  }

  #openOffice(): Promise<OfficeSession> {
    return this.#stage('Tresor und Speicher anlegen', async () => {
      const { session } = valueOf(
        await createOffice({
          folder: path.join(this.#options.folder, 'daten'),
          passphrase: passphraseBytes(DEMO_PASSPHRASE),
          staff: { id: 'vorfuehrung', name: 'Vorführung', initials: 'VF' },
          deviceSecrets: new FileDeviceSecretStore(path.join(this.#options.folder, 'geraet')),
          clock: () => new Date(),
        }),
      );
      this.#closers.push(() => closeOffice(session));
      return [session, 'Argon2id, AES-256, SQLCipher-Format'];
    });
  }

  #enterHouse(session: OfficeSession): Promise<LoadedProperty> {
    return this.#stage('Stammdaten und Schlüssel', async () => {
      const loaded = valueOf(loadProperty(session, this.#house));
      const imported = valueOf(importKeys(session, keyListOf(this.#house), 'Lieferschein der Vorführung'));
      return [loaded, `${this.#house.tenancies.length} Mietverhältnisse, ${count(imported.added)} Schlüssel`];
    });
  }

  #pull(core: IotCore, session: OfficeSession): Promise<PullSheet> {
    return this.#stage('Abruf mit dem AWS SDK', async (say) => {
      const source = openIotCoreSource({
        endpoint: core.dataEndpoint,
        region: core.region,
        credentials: core.credentials,
        extraRoots: [core.ca],
      });
      this.#closers.push(() => source.close());
      const sheet = await pullBundles({
        source,
        ledger: createStoreBundleLedger(session.store),
        signal: this.#signal,
        onProgress: ({ fetched, toFetch }) => say(`${fetched} von ${toFetch} Bündeln`),
      });
      if (sheet.failure !== null) throw new DemoStopped(sheet.failure.message);
      return [sheet, `${count(sheet.stored)} Bündel, ${count(sheet.telegrams)} Telegramme gespeichert`];
    });
  }

  #decode(session: OfficeSession): Promise<void> {
    return this.#stage('Entschlüsseln und lesen', async (say) => {
      const report = valueOf(
        await decodeTelegrams(session, {
          signal: this.#signal,
          onProgress: (decoded) => say(`${count(decoded)} Telegramme`),
        }),
      );
      const unread = report.telegrams - (report.outcomes.get('ok') ?? 0);
      return [undefined, `${count(report.readings)} Ablesungen, ${unread} Telegramme nicht lesbar`];
    });
  }

  #bill(session: OfficeSession, loaded: LoadedProperty): Promise<{ billingCase: BillingCase; bill: Bill }> {
    return this.#stage('Abrechnen nach HeizkostenV', async () => {
      const period = billingPeriodsOf(session.store, loaded.propertyId).find(
        ({ id }) => id === loaded.periodId,
      );
      if (!period) throw new Error('the period that was just entered is gone');
      const billingCase = valueOf(prepareBillingCase(session, period, BILLED_ON));
      const outcome = billProperty(billingCase);
      if (outcome.kind === 'refused')
        throw new DemoStopped(
          `Die Abrechnung wurde verweigert: ${outcome.findings.map(({ code }) => code).join(', ')}.`,
        );
      const { bill } = outcome;
      return [{ billingCase, bill }, `${count(bill.figures.size)} Beträge mit Herleitung`];
    });
  }

  #writeDocuments(billingCase: BillingCase): Promise<string[]> {
    return this.#stage('Schreiben der PDF-Dokumente', async (say) => {
      const documents = valueOf(
        await exportDocuments({
          office: OFFICE,
          case: billingCase,
          number: '2025-0001',
          issuedOn: BILLED_ON,
          edition: { mark: DOCUMENT_TEXT.marks.demo },
          account: { holder: this.#house.landlord.name, iban: DEMO_IBAN },
          payBy: PAY_BY,
          folder: path.join(this.#options.folder, 'abrechnungen'),
          signal: this.#signal,
          onProgress: (written, total) => say(`${written} von ${total}`),
        }),
      );
      await writeFile(
        path.join(this.#options.folder, 'fall.json'),
        `${JSON.stringify(billingCase, null, 2)}\n`,
      );
      return [documents, `${documents.length} Dokumente`];
    });
  }

  /** Keeps what was on the wire beside the store, so that anybody can look for himself. */
  async #keepWire(core: IotCore): Promise<void> {
    const folder = path.join(this.#options.folder, 'leitung');
    await mkdir(folder, { recursive: true });
    for (const { topic, payload } of core.capturedPublishes)
      await writeFile(path.join(folder, `${topic.replaceAll('/', '_')}.json`), payload);
  }

  async #stage<T>(name: string, work: (say: (text: string) => void) => Promise<[T, string]>): Promise<T> {
    this.#signal.throwIfAborted();
    const result = await this.#progress.stage(name, work);
    this.#signal.throwIfAborted();
    return result;
  }
}

function count(value: number): string {
  return value.toLocaleString('de-DE');
}
