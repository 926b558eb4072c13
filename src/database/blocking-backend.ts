import type { Backend } from './backend.ts';
import { blocking } from './colouring.ts';
import type { DatabaseTarget } from './database-options.ts';
import { describeDatabase } from './describe-database.ts';
import { openPostgresBlocking } from './sql-worker-session.ts';
import { openSqlite } from './sqlite-session.ts';

/** Connections that block the thread; those to PostgreSQL are in a worker. */
export const blockingBackend = (target: DatabaseTarget): Backend<'sync'> => ({
  name: describeDatabase(target),
  dialect: target.type,
  connect: () =>
    target.type === 'sqlite' ? blocking.drive(openSqlite(target, blocking)) : openPostgresBlocking(target),
});
