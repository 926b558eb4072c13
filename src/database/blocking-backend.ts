import type { Backend } from './backend.ts';
import type { DatabaseTarget } from './database-options.ts';
import { describeDatabase } from './describe-database.ts';
import { openPostgresBlocking, SqlWorker } from './sql-worker-session.ts';
import { openSqlite } from './sqlite-session.ts';
import { blocking } from './steps.ts';

/** Connections that block the thread; those to PostgreSQL are in a worker, which ends with the database. */
export const blockingBackend = (target: DatabaseTarget): Backend<'sync'> => {
  const worker = new SqlWorker();
  return {
    name: describeDatabase(target),
    dialect: target.type,
    connect: () =>
      target.type === 'sqlite'
        ? blocking.drive(openSqlite(target, blocking))
        : openPostgresBlocking(target, worker),
    end: () => worker.end(),
  };
};
