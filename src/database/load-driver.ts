import { createRequire } from 'node:module';
import { SqlDriverError } from '../errors/sql-driver-error.ts';

const require = createRequire(import.meta.url);

/**
 * The package of a driver, loaded by the first database that needs it.
 *
 * @param database - what it reaches, for the message
 * @throws {SqlDriverError} it is not installed, or does not load
 */
export const loadDriver = (database: string, name: string): unknown => {
  try {
    return require(name);
  } catch (error) {
    throw new SqlDriverError(database, name, { cause: error });
  }
};
