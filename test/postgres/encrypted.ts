import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, chownSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import forge from 'node-forge';
import { onServer } from './server.ts';

const { md, pki } = forge;

const DAY_MS = 86_400_000;

/** What RFC 5280 numbers a `dNSName`. */
const DNS_NAME = 2;

/** A certificate that signs itself, for `localhost`. */
export interface SelfSigned {
  readonly certificateFile: string;
  readonly keyFile: string;
  /** In PEM. */
  readonly ca: string;
}

/** Makes one in a folder, valid for two days. */
export const selfSigned = (folder: string, name: string): SelfSigned => {
  const [certificateFile, keyFile] = [join(folder, `${name}.crt`), join(folder, `${name}.key`)];
  const { privateKey: key } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const signer = pki.privateKeyFromPem(key);
  const certificate = pki.createCertificate();
  certificate.publicKey = pki.rsa.setPublicKey(signer.n, signer.e);
  certificate.serialNumber = '01';
  certificate.validity.notBefore = new Date(Date.now() - DAY_MS);
  certificate.validity.notAfter = new Date(Date.now() + DAY_MS);
  const subject = [{ name: 'commonName', value: 'localhost' }];
  certificate.setSubject(subject);
  certificate.setIssuer(subject);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: true },
    { name: 'subjectAltName', altNames: [{ type: DNS_NAME, value: 'localhost' }] },
  ]);
  certificate.sign(signer, md.sha256.create());
  const ca = pki.certificateToPem(certificate);
  writeFileSync(certificateFile, ca);
  writeFileSync(keyFile, key);
  return { certificateFile, keyFile, ca };
};

/**
 * Has the server of the tests take encrypted lines too, under a certificate that signs itself.
 *
 * @param url - of any database of the server
 * @returns the certificate, one that another has signed, and what removes the files
 */
export const encryptServer = async (
  url: string,
): Promise<{ readonly ca: string; readonly otherCa: string; readonly remove: () => undefined }> => {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-tls-'));
  const { certificateFile, keyFile, ca } = selfSigned(folder, 'server');
  const [rows] = await onServer(url, 'SHOW data_directory');
  const [{ data_directory: data }] = rows as [{ readonly data_directory: string }];
  const { uid, gid } = statSync(data);
  chmodSync(folder, 0o755);
  chmodSync(keyFile, 0o600);
  if (process.getuid?.() === 0) chownSync(keyFile, uid, gid);
  await onServer(
    url,
    `ALTER SYSTEM SET ssl_cert_file = '${certificateFile}'`,
    `ALTER SYSTEM SET ssl_key_file = '${keyFile}'`,
    'ALTER SYSTEM SET ssl = on',
    'SELECT pg_reload_conf()',
  );
  for (let tries = 0; tries < 100; tries += 1) {
    const [shown] = await onServer(url, 'SHOW ssl');
    if ((shown as [{ readonly ssl: string }])[0].ssl === 'on') break;
    await pause(100);
  }
  const remove = (): undefined => {
    rmSync(folder, { recursive: true, force: true });
  };
  return { ca, otherCa: selfSigned(folder, 'other').ca, remove };
};
