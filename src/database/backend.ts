import type { Color, Ret } from '../../types/color.ts';
import type { Dialect } from './database-contract.ts';
import type { Session } from './session.ts';

/** How connections to one database are made in one colour. */
export interface Backend<C extends Color> {
  /** What messages call the database. */
  readonly name: string;
  readonly dialect: Dialect;
  readonly connect: () => Ret<C, Session<C>>;
}
