import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { onServer } from './server.ts';

/** A certificate that signs itself, for `localhost`. */
export interface SelfSigned {
  readonly certificateFile: string;
  readonly keyFile: string;
  /** In PEM. */
  readonly ca: string;
}

/** Makes one with the command `openssl` in a folder. */
export const selfSigned = (folder: string, name: string): SelfSigned => {
  const [certificateFile, keyFile] = [join(folder, `${name}.crt`), join(folder, `${name}.key`)];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  execFileSync(
    'openssl',
    ['req', '-x509', ...kind, ...subject, '-keyout', keyFile, '-out', certificateFile],
    { stdio: 'pipe' },
  );
  return { certificateFile, keyFile, ca: readFileSync(certificateFile, 'utf8') };
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
