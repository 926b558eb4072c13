import { loadDriver } from './load-driver.ts';
import type { ArrayParser } from './postgres-decode.ts';

/** What is used of `pg`: https://node-postgres.com. */
export type Pg = Pick<typeof import('pg'), 'Client' | 'Query'> & {
  readonly types: { readonly arrayParser?: unknown };
};

type Cursor = typeof import('pg-cursor');

/** The driver, loaded by the first connection. */
export const loadPg = (): Pg => loadDriver('PostgreSQL', 'pg') as Pg;

/** The cursors of the driver, which are a package of their own. */
export const loadPgCursor = (): Cursor => loadDriver('A cursor on PostgreSQL', 'pg-cursor') as Cursor;

/** What the driver itself takes arrays apart with. */
export const loadArrayParser = (): ArrayParser =>
  (loadPg().types as unknown as { readonly arrayParser: ArrayParser }).arrayParser;
