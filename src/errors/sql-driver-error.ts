import { LockstepError } from './lockstep-error.ts';

/** The package that a database is reached with is not installed, or does not load. */
export class SqlDriverError extends LockstepError {
  readonly code = 'SQL_DRIVER';
  readonly database: string;
  /** The name of the package. */
  readonly driver: string;

  constructor(database: string, driver: string, options?: ErrorOptions) {
    super(
      `${database} is reached with the package '${driver}', which does not load. Install it beside lockstep: npm install ${driver}`,
      options,
    );
    this.database = database;
    this.driver = driver;
  }
}
