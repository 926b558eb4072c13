import type { ClientConfig } from 'pg';
import { type PostgresTarget, urlOf } from './database-options.ts';
import { SqlFailed } from './sql-failed.ts';

/**
 * What the driver is told of a server.
 *
 * @throws {SqlFailed} the environment variable that has its address is not set
 */
export const postgresConfig = (target: PostgresTarget): ClientConfig => {
  const { urlFrom, host, port, database, user, password, ssl, connectTimeoutMs } = target;
  const url = urlOf(target);
  if (urlFrom !== undefined && url === undefined) {
    const detail = `the environment variable ${urlFrom} is not set`;
    throw new SqlFailed({ kind: 'connection', code: 'ENV', detail });
  }
  return {
    ...(url !== undefined && { connectionString: url }),
    ...(host !== undefined && { host }),
    ...(port !== undefined && { port }),
    ...(database !== undefined && { database }),
    ...(user !== undefined && { user }),
    ...(password !== undefined && { password }),
    ...(ssl !== undefined && { ssl }),
    connectionTimeoutMillis: connectTimeoutMs,
    application_name: 'lockstep',
    keepAlive: true,
  };
};
