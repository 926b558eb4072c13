import type { Color } from '../../types/color.ts';
import type { Colouring } from './colouring.ts';
import type { SqlQueries } from './database-contract.ts';
import type { DatabaseCore } from './database-core.ts';
import type { Lender } from './lender.ts';

/** What statements can be run on, in a colour: the connections of a pool, or that of a transaction. */
export const queriesOn = <C extends Color>(
  core: DatabaseCore<C>,
  lender: Lender<C>,
  { drive, stream }: Colouring<C>,
): SqlQueries<C> => ({
  dialect: core.dialect,
  query: (sql, parameters, options) => drive(core.query(lender, sql, parameters, options)),
  exec: (sql) => drive(core.exec(lender, sql)),
  iterate: (sql, parameters, options) => stream(() => core.read(lender, sql, parameters, options)),
});
