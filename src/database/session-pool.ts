import type { Color } from '../../types/color.ts';
import { SqlClosedError } from '../errors/sql-closed-error.ts';
import { SqlPoolError } from '../errors/sql-pool-error.ts';
import type { Backend } from './backend.ts';
import type { Session } from './session.ts';
import { ask, type Steps } from './steps.ts';
import type { Waiting } from './waiting.ts';

/** How many connections a pool has, and how long one waits for them. */
export interface PoolLimits {
  readonly size: number;
  readonly waitMs: number;
}

/** Connections that are made when they are needed, and used again. */
export class SessionPool<C extends Color> {
  readonly #backend: Backend<C>;
  readonly #waiting: Waiting<C>;
  readonly #limits: PoolLimits;
  readonly #all = new Set<Session<C>>();
  readonly #idle: Session<C>[] = [];
  readonly #line: (() => unknown)[] = [];
  /** Those that exist or are being made. */
  #count = 0;
  #isClosed = false;

  constructor(backend: Backend<C>, waiting: Waiting<C>, limits: PoolLimits) {
    this.#backend = backend;
    this.#waiting = waiting;
    this.#limits = limits;
  }

  /**
   * Lends a connection, waiting for one if it has to.
   *
   * @throws {SqlClosedError} the pool is closed
   * @throws {SqlPoolError} none comes free in time
   */
  *lend(): Steps<Session<C>> {
    const { size, waitMs } = this.#limits;
    for (;;) {
      if (this.#isClosed) throw new SqlClosedError(this.#backend.name);
      const idle = this.#idle.pop();
      if (idle !== undefined && !idle.isBroken()) return idle;
      if (idle !== undefined) {
        // The server has ended it while nobody used it.
        yield* this.takeBack(idle);
        continue;
      }
      if (this.#count < size) return yield* this.#made();
      const isWoken = yield* ask(this.#waiting.inLine(this.#line, waitMs));
      if (!isWoken) throw new SqlPoolError(this.#backend.name, size);
    }
  }

  /** Takes a connection back. */
  *takeBack(session: Session<C>): Steps<undefined> {
    if (!this.#isClosed && !session.isBroken()) {
      this.#idle.push(session);
      this.#line.shift()?.();
      return;
    }
    this.#all.delete(session);
    this.#count -= 1;
    this.#line.shift()?.();
    yield* ask(session.end());
  }

  /** Ends all connections, also those that are lent. */
  *close(): Steps<undefined> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const wake of this.#line.splice(0)) wake();
    for (const session of this.#all) yield* ask(session.end());
    this.#all.clear();
  }

  *#made(): Steps<Session<C>> {
    this.#count += 1;
    try {
      const session = yield* ask(this.#backend.connect());
      if (this.#isClosed) {
        yield* ask(session.end());
        throw new SqlClosedError(this.#backend.name);
      }
      this.#all.add(session);
      return session;
    } catch (error) {
      this.#count -= 1;
      this.#line.shift()?.();
      throw error;
    }
  }
}
