import type { Backend } from './backend.ts';
import { concurrent } from './colouring.ts';
import type { DatabaseTarget } from './database-options.ts';
import { describeDatabase } from './describe-database.ts';
import { openPostgres } from './postgres-session.ts';
import { openSqlite } from './sqlite-session.ts';

/** Connections that answer with promises. */
export const concurrentBackend = (target: DatabaseTarget): Backend<'async'> => ({
  name: describeDatabase(target),
  dialect: target.type,
  connect: () =>
    target.type === 'sqlite' ? concurrent.drive(openSqlite(target, concurrent)) : openPostgres(target),
});
