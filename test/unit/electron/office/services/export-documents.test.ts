import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportDocuments, type DocumentExport } from '#office/services/export-documents.ts';
import { billingCaseSchema, type BillingCaseInput } from '#shared/billing/billing-case.ts';
import { plainDateOf } from '#shared/model/plain-date.ts';
import { codeOf, temporaryFolder, valueOf } from '../../../../support/office-folder.ts';

function jobFor(names: readonly string[], folder: string): DocumentExport {
  const given: BillingCaseInput = {
    format: 'stichtag-case',
    version: 1,
    kind: 'bill',
    property: {
      id: 'house',
      name: 'Haus/Hof: „Am Ring“',
      address: ['Ring 1', '98693 Ilmenau'],
      landlord: { id: 'landlord', name: 'Remo Reichel' },
      plant: { kind: 'boiler', fuel: 'naturalGas', supplies: 'heating' },
    },
    period: { from: '2025-01-01', to: '2025-12-31' },
    rules: { heating: { consumptionPercent: 70 }, co2: { notApplicable: 'Probe' } },
    costs: [{ id: 'gas', label: 'Erdgas', kind: 'fuel', target: 'heating', amount: '1000.00' }],
    units: names.map((_, index) => ({
      id: `unit-${index}`,
      label: 'Wohnung',
      areas: { living: 50 },
      consumption: { heating: 100 + index },
    })),
    tenancies: names.map((name, index) => ({
      id: `tenancy-${index}`,
      unit: `unit-${index}`,
      tenant: { id: `person-${index}`, name },
      from: '2025-01-01',
    })),
  };
  const billingCase = billingCaseSchema.parse(given);
  return {
    office: { name: 'Messdienst', address: ['Straße 1', '98693 Ilmenau'] },
    case: billingCase,
    number: '2025-0001',
    issuedOn: plainDateOf('2026-02-16'),
    folder,
  };
}

describe('exporting documents', () => {
  it('writes a statement a tenancy, the overall statement and the risk sheet under names every system takes', async () => {
    const folder = path.join(temporaryFolder(), 'neu', 'tief');
    const files = valueOf(await exportDocuments(jobFor(['Timo Becker', 'Ayşe Öztürk-Müller'], folder)));
    expect(files).toEqual([
      '2025_Haus-Hof-Am-Ring_Gesamtabrechnung.pdf',
      '2025_Haus-Hof-Am-Ring_Wohnung_Timo-Becker.pdf',
      '2025_Haus-Hof-Am-Ring_Wohnung_Ayşe-Öztürk-Müller.pdf',
      '2025_Haus-Hof-Am-Ring_Risikoblatt_intern.pdf',
    ]);
    expect(readdirSync(folder).toSorted()).toEqual(files.toSorted());
    for (const name of files)
      expect(readFileSync(path.join(folder, name)).subarray(0, 5).toString('latin1')).toBe('%PDF-');
  });

  it('gives two tenants of the same name two files, capitals or not', async () => {
    const folder = temporaryFolder();
    const files = valueOf(await exportDocuments(jobFor(['Timo Becker', 'TIMO BECKER'], folder)));
    expect(new Set(files.map((name) => name.toLowerCase())).size).toBe(4);
  });

  it('writes the same bytes again', async () => {
    const job = jobFor(['Timo Becker'], temporaryFolder());
    const [first = ''] = valueOf(await exportDocuments(job));
    const before = readFileSync(path.join(job.folder, first));
    valueOf(await exportDocuments(job));
    expect(readFileSync(path.join(job.folder, first)).equals(before)).toBe(true);
  });

  it('leaves the folder as it was when it is cancelled', async () => {
    const folder = temporaryFolder();
    const [older = ''] = valueOf(await exportDocuments(jobFor(['Vorjahr'], folder)));
    const before = readdirSync(folder);
    const cancel = new AbortController();
    const job = {
      ...jobFor(['Eins', 'Zwei', 'Drei'], folder),
      signal: cancel.signal,
      onProgress: (written: number) => {
        if (written === 2) cancel.abort();
      },
    };
    expect(codeOf(await exportDocuments(job))).toBe('CANCELLED');
    expect(readdirSync(folder)).toEqual(before);
    expect(before).toContain(older);
    expect(codeOf(await exportDocuments(job))).toBe('CANCELLED');
  });

  it('says when a name cannot be printed, without naming it', async () => {
    const folder = temporaryFolder();
    const refused = await exportDocuments(jobFor(['田中さん'], folder));
    expect(readdirSync(folder)).toEqual([]);
    expect(codeOf(refused)).toBe('TEXT_NOT_PRINTABLE');
    expect(JSON.stringify(refused)).not.toContain('田中');
  });

  it('says when the folder cannot be written', async () => {
    const file = path.join(temporaryFolder(), 'datei');
    writeFileSync(file, '');
    expect(codeOf(await exportDocuments(jobFor(['Eins'], path.join(file, 'unter'))))).toBe(
      'FOLDER_NOT_WRITABLE',
    );
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, '2025_Haus-Hof-Am-Ring_Gesamtabrechnung.pdf'));
    expect(codeOf(await exportDocuments(jobFor(['Eins'], folder)))).toBe('FOLDER_NOT_WRITABLE');
  });
});
