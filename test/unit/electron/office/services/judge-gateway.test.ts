import { describe, expect, it } from 'vitest';
import { createCertificateAuthority } from '#office/demo/iot-core/certificate-authority.ts';
import { factsOf, judgeGateway, missingRuns, readCertificate } from '#office/services/judge-gateway.ts';

const NOW = new Date('2026-02-16T09:00:00Z');
const HOUR_MS = 3_600_000;
const daily = (agoHours: number) =>
  Array.from({ length: 12 }, (_, index) => NOW.getTime() - (agoHours + 24 * index) * HOUR_MS);

describe('a gateway', () => {
  it('is silent by its own rhythm, with the meters that hang on it as evidence', () => {
    const facts = { certificate: null, meterCount: 12 };
    expect(judgeGateway({ ...facts, contactsMs: daily(30) }, NOW)).toEqual([]);
    expect(judgeGateway({ ...facts, contactsMs: daily(73) }, NOW)).toMatchObject([
      { code: 'gatewaySilent', evidence: ['12 Messgeräte hängen daran'] },
    ]);
    expect(judgeGateway({ ...facts, contactsMs: [] }, NOW)).toMatchObject([{ since: null, state: 'never' }]);
  });

  it('reminds of its certificate three months before it ends', () => {
    const certificate = {
      subject: 'CN=muc-1',
      issuer: 'CN=root',
      serialNumber: '01',
      validFrom: '2025-01-01T00:00:00.000Z',
      validUntil: '2026-05-16T12:00:00.000Z',
      thumbprint: 'AA',
    };
    const judged = (validUntil: string) =>
      judgeGateway({ contactsMs: daily(1), meterCount: 1, certificate: { ...certificate, validUntil } }, NOW);
    expect(judged('2026-05-16T12:00:00.000Z')).toMatchObject([{ code: 'certificateEnds', state: 'AA' }]);
    expect(judged('2026-05-17T12:00:00.000Z')).toEqual([]);
  });

  it('keeps a certificate without the private key beside it', async () => {
    const authority = await createCertificateAuthority();
    const issued = await authority.issueClientCertificate('muc-4f0a01');
    const read = readCertificate(Buffer.from(issued.privateKeyPem + issued.certificatePem));
    if (!read.ok) throw new Error(read.error.message);
    expect(read.value.pem).toContain('BEGIN CERTIFICATE');
    expect(read.value.pem).not.toContain('PRIVATE');
    expect(read.value.facts.subject).toContain('muc-4f0a01');
    expect(factsOf(read.value.pem)).toEqual(read.value.facts);
  });

  it('has no certificate in a file that holds none', () => {
    for (const file of ['', 'hello', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'])
      expect(readCertificate(Buffer.from(file))).toMatchObject({
        ok: false,
        error: { code: 'NO_CERTIFICATE' },
      });
    expect(factsOf(null)).toBeNull();
  });

  it('names the runs of bundles that never came', () => {
    const numbers = [1, 2, 5, 9].map((seq) => ({ epoch: '3', seq }));
    expect(missingRuns('muc-1', numbers)).toEqual([
      { first: 3, last: 4 },
      { first: 6, last: 8 },
    ]);
  });
});
