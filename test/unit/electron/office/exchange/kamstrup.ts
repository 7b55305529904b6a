/** Writes KEM files as the public descriptions of the format show them, for tests. */
import { createCipheriv } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';

export interface KemMeter {
  readonly serial: string;
  readonly vendor?: string;
  readonly name?: string;
  /** 32 hexadecimal digits. */
  readonly key: string;
}

/** The document of the first version. */
export function metersInOrder(meters: readonly KemMeter[]): string {
  const entries = meters.map(
    ({ serial, vendor = 'KAM', name = 'MC403', key }) =>
      `<Meter><MeterNo>${serial}</MeterNo><SerialNo>${serial}</SerialNo><VendorId>${vendor}</VendorId>` +
      `<MeterName>${name}</MeterName><ConsumptionType>Heat</ConsumptionType><DEK>${key}</DEK><GPK1/></Meter>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><MetersInOrder orderid="4711" schemaVersion="2.0">${entries.join('')}</MetersInOrder>`;
}

/** The document of the second version. */
export function devices(meters: readonly KemMeter[]): string {
  const entries = meters.map(
    ({ serial, vendor = 'KAM', name = 'MC603', key }) =>
      `<Device><SerialNumber>${serial}</SerialNumber><ManufacturerId>${vendor}</ManufacturerId><ShortName>${name}</ShortName>` +
      `<Keys><Key><Name>GPK60</Name><Value>${'AB'.repeat(16)}</Value></Key><Key><Name>DEK</Name><Value>${key}</Value></Key></Keys></Device>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><Devices>${entries.join('')}</Devices>`;
}

function paddedKey(password: string): Buffer {
  const key = Buffer.alloc(16);
  Buffer.from(password, 'utf8').copy(key);
  return key;
}

interface KemWriting {
  readonly vectorInFront?: boolean;
  readonly padding?: 'zeros' | 'pkcs7';
}

/** The XML around the ciphertext; `vectorInFront` as the W3C demands it, else the key is the vector. */
export function encryptedXml(
  document: string,
  password: string,
  { vectorInFront = false, padding = 'zeros' }: KemWriting = {},
): string {
  const key = paddedKey(password);
  const plain = Buffer.from(document, 'utf8');
  const vector = vectorInFront ? Buffer.alloc(16, 7) : key;
  const cipher = createCipheriv('aes-128-cbc', key, vector).setAutoPadding(padding === 'pkcs7');
  const filled = padding === 'pkcs7' ? plain : Buffer.concat([plain, Buffer.alloc(-plain.length & 15)]);
  const encrypted = Buffer.concat([cipher.update(filled), cipher.final()]);
  const value = (vectorInFront ? Buffer.concat([vector, encrypted]) : encrypted).toString('base64');
  const lines = value.replace(/.{1,64}/g, '$&\n');
  return (
    '<?xml version="1.0" encoding="utf-8"?><EncryptedData Type="http://www.w3.org/2001/04/xmlenc#aes128-cbc"' +
    ' xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc" />' +
    `<CipherData><CipherValue>\n${lines}</CipherValue></CipherData></EncryptedData>`
  );
}

/** The archive as it is delivered, with the schema beside the data. */
export function kemArchive(encrypted: string): Buffer {
  return Buffer.from(
    zipSync({
      'meter_information_file.xsd': strToU8('<?xml version="1.0"?><xs:schema/>'),
      '363A6D78.kem': strToU8(encrypted),
    }),
  );
}
