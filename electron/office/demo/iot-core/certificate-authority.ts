/** The embedded IoT Core's certificates: an authority, a server and one per gateway, in memory only. */
import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

/** A certificate with its private key, both PEM. */
export interface IssuedCertificate {
  readonly certificatePem: string;
  readonly privateKeyPem: string;
}

/** Issues certificates that chain to one self-signed root. */
export interface CertificateAuthority {
  /** The root to trust, PEM. */
  readonly rootPem: string;
  issueServerCertificate(): Promise<IssuedCertificate>;
  /** A client certificate whose common name is `commonName`. */
  issueClientCertificate(commonName: string): Promise<IssuedCertificate>;
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 86_400_000;
/** Valid since yesterday, so that a test with a slow clock still connects; gone before anyone could rely on it. */
const VALIDITY = { beforeMs: DAY_MS, afterMs: 30 * DAY_MS };

function validity(): { notBefore: Date; notAfter: Date } {
  const now = Date.now();
  return { notBefore: new Date(now - VALIDITY.beforeMs), notAfter: new Date(now + VALIDITY.afterMs) };
}

function generateKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
}

async function toPrivateKeyPem(key: webcrypto.CryptoKey): Promise<string> {
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key)).toString('base64');
  return `-----BEGIN PRIVATE KEY-----\n${pkcs8.replaceAll(/(.{64})/g, '$1\n')}\n-----END PRIVATE KEY-----\n`;
}

/** Creates a fresh authority; nothing of it is written to disk and nothing survives the process. */
export async function createCertificateAuthority(): Promise<CertificateAuthority> {
  const rootKeys = await generateKeys();
  const root = await X509CertificateGenerator.createSelfSigned(
    {
      name: 'CN=Stichtag demo IoT Core',
      ...validity(),
      keys: rootKeys,
      signingAlgorithm: ALGORITHM,
      extensions: [
        new BasicConstraintsExtension(true, 0, true),
        new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      ],
    },
    webcrypto,
  );

  async function issue(
    commonName: string,
    usage: ExtendedKeyUsage,
    names: SubjectAlternativeNameExtension[],
  ): Promise<IssuedCertificate> {
    const keys = await generateKeys();
    const certificate = await X509CertificateGenerator.create(
      {
        subject: [{ CN: [commonName] }],
        issuer: root.subject,
        ...validity(),
        publicKey: keys.publicKey,
        signingKey: rootKeys.privateKey,
        signingAlgorithm: ALGORITHM,
        extensions: [
          new BasicConstraintsExtension(false, undefined, true),
          new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
          new ExtendedKeyUsageExtension([usage]),
          ...names,
        ],
      },
      webcrypto,
    );
    return {
      certificatePem: certificate.toString('pem'),
      privateKeyPem: await toPrivateKeyPem(keys.privateKey),
    };
  }

  return {
    rootPem: root.toString('pem'),
    issueServerCertificate: () =>
      issue('localhost', ExtendedKeyUsage.serverAuth, [
        new SubjectAlternativeNameExtension([
          { type: 'dns', value: 'localhost' },
          { type: 'ip', value: '127.0.0.1' },
        ]),
      ]),
    issueClientCertificate: (commonName) => issue(commonName, ExtendedKeyUsage.clientAuth, []),
  };
}
