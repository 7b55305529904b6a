/** Opens an office, says so, and changes its master key: `node master-key-child.ts FOLDER DEVICE_FOLDER`. */
import { changeMasterKey } from '#office/services/change-master-key.ts';
import { openOffice } from '#office/services/office-session.ts';
import { FileDeviceSecretStore } from '#office/vault/device-secret.ts';
import { KDF_FLOOR } from '#office/vault/key-derivation.ts';

const [folder = '', device = ''] = process.argv.slice(2);
const passphrase = Buffer.from('vier Maler streichen den Flur');
const deviceSecrets = new FileDeviceSecretStore(device);
const session = await openOffice({ folder, passphrase, deviceSecrets });
if (!session.ok) throw new Error(session.error.code);
process.stdout.write('changing\n');
await changeMasterKey({
  session: session.value,
  passphrases: new Map([[session.value.vault.staff.id, passphrase]]),
  deviceSecrets,
  kdf: KDF_FLOOR,
});
process.stdout.write('changed\n');
setInterval(() => {}, 1_000);
