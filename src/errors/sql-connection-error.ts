import { LockstepError } from './lockstep-error.ts';

// https://nodejs.org/docs/latest-v20.x/api/tls.html#x509-certificate-error-codes
const IS_CERTIFICATE = /CERT|CRL|ERR_TLS/;

/** A database cannot be reached, refuses the connection, or has ended it. Its password is not in the message. */
export class SqlConnectionError extends LockstepError {
  readonly code = 'SQL_CONNECTION';
  /** Such as `PostgreSQL 'shop' at db.example:5432`. */
  readonly database: string;
  /** Such as `ECONNREFUSED`, `SQLITE_CANTOPEN` or an SQLSTATE. */
  readonly reason: string;

  constructor(database: string, reason: string, detail: string) {
    const remedy = IS_CERTIFICATE.test(reason)
      ? 'Give the certificate of the authority that has signed that of the server as ssl: { ca }, and the name that stands in it as host.'
      : 'Check that it runs, its address, and what the connection says of user and password.';
    super(`No connection to ${database}: ${detail} (${reason}). ${remedy}`);
    this.database = database;
    this.reason = reason;
  }
}
