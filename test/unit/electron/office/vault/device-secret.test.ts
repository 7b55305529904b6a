import { chmodSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FileDeviceSecretStore } from '#office/vault/device-secret.ts';
import { codeOf, temporaryFolder } from '../../../../support/office-folder.ts';

const VAULT = '00112233445566778899aabbccddeeff';
const fileIn = (folder: string) => join(folder, `${VAULT}.device-secret`);

describe('the device secret in a file', () => {
  it('comes back, and only its owner may read it', async () => {
    const folder = join(temporaryFolder(), 'device');
    const secrets = new FileDeviceSecretStore(folder);
    expect((await secrets.save(VAULT, Buffer.alloc(32, 5))).ok).toBe(true);
    expect(await secrets.load(VAULT)).toEqual({ ok: true, value: Buffer.alloc(32, 5) });
    expect(statSync(fileIn(folder)).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('is missing for another vault and when it was cut short', async () => {
    const folder = temporaryFolder();
    const secrets = new FileDeviceSecretStore(folder);
    expect(codeOf(await secrets.load(VAULT))).toBe('DEVICE_SECRET_MISSING');
    writeFileSync(fileIn(folder), Buffer.alloc(31), { mode: 0o600 });
    expect(codeOf(await secrets.load(VAULT))).toBe('DEVICE_SECRET_MISSING');
  });

  it('is refused when others on this device could have read it', async () => {
    const folder = temporaryFolder();
    const secrets = new FileDeviceSecretStore(folder);
    await secrets.save(VAULT, Buffer.alloc(32, 5));
    chmodSync(fileIn(folder), 0o640);
    expect(codeOf(await secrets.load(VAULT))).toBe('DEVICE_SECRET_EXPOSED');
  });

  it('cannot be saved where there is no folder to be made', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(codeOf(await new FileDeviceSecretStore(file).save(VAULT, Buffer.alloc(32)))).toBe(
      'DEVICE_SECRET_UNAVAILABLE',
    );
  });
});
