import type { Color } from '../../types/color.ts';
import { SqlTransactionError } from '../errors/sql-transaction-error.ts';
import type { Session } from './session.ts';
import { ask, type Steps } from './steps.ts';
import type { Waiting } from './waiting.ts';

/** Who lends a connection for a statement: the pool, or a transaction. */
export interface Lender<C extends Color> {
  /** @param toRead - whether rows are read from it until it is given back */
  readonly lend: (toRead: boolean) => Steps<Session<C>>;
  readonly takeBack: (session: Session<C>) => Steps<undefined>;
}

/** The lender of a transaction: of one connection, to one statement at a time. */
export class TransactionLender<C extends Color> implements Lender<C> {
  readonly #session: Session<C>;
  readonly #waiting: Waiting<C>;
  readonly #waitMs: number;
  readonly #line: (() => unknown)[] = [];
  #use: 'free' | 'statement' | 'reading' | 'ended' = 'free';

  constructor(session: Session<C>, waiting: Waiting<C>, waitMs: number) {
    this.#session = session;
    this.#waiting = waiting;
    this.#waitMs = waitMs;
  }

  *lend(toRead: boolean): Steps<Session<C>> {
    while (this.#use !== 'free') {
      if (this.#use === 'ended') {
        throw new SqlTransactionError(
          'The transaction has ended. Wait for its statements before its work returns, and use no others.',
        );
      }
      // One who reads rows and asks for something else meanwhile would wait for himself.
      const isWoken =
        this.#use === 'statement' && (yield* ask(this.#waiting.inLine(this.#line, this.#waitMs)));
      if (!isWoken) {
        throw new SqlTransactionError(
          'Rows of another statement are being taken in this transaction. Take them to their end first, or use query().',
        );
      }
    }
    this.#use = toRead ? 'reading' : 'statement';
    return this.#session;
  }

  // biome-ignore lint/correctness/useYield: as the pool's, which has something to ask for
  *takeBack(): Steps<undefined> {
    if (this.#use !== 'ended') this.#use = 'free';
    this.#line.shift()?.();
  }

  /** Lends no more. */
  end(): undefined {
    this.#use = 'ended';
    for (const wake of this.#line.splice(0)) wake();
  }
}
