import type { DeclaredResource } from '../../types/node-resources.ts';
import type { Enforcement } from '../../types/resource-limits.ts';
import { messageOf } from '../errors/message-of.ts';
import { ResourceEndedError } from '../errors/resource-ended-error.ts';
import { type LimitRefusal, ResourceLimitError } from '../errors/resource-limit-error.ts';
import { UnknownResourceError } from '../errors/unknown-resource-error.ts';
import { isThenable } from '../nodes/is-thenable.ts';
import type { OpenResource } from './open-resource.ts';

/** How a registry treats what it holds. */
export interface RegistryOptions {
  /** Whether what nobody holds stays open until the registry is emptied. */
  readonly persistent: boolean;
  /** The resources that may be asked for by key alone. */
  readonly declared: Readonly<Record<string, DeclaredResource>>;
  /** How many connections may be open, and what is done about more. */
  readonly connections?: ConnectionLimit | undefined;
  /** Keeps secrets out of what closing throws. */
  readonly redact: (error: unknown) => unknown;
}

/** The limit of connections of a registry. */
export interface ConnectionLimit {
  readonly max: number;
  readonly enforcement: Enforcement;
  /** What the refusal says. */
  readonly refusal: LimitRefusal;
}

/** Told that more connections are open than should be: how many, and how many there should be at most. */
export type ConnectionWarning = (value: number, limit: number) => undefined;

/** The resources of one runtime: each key is opened once, counted, and closed when nobody holds it (or kept, if persistent). */
export class ResourceRegistry {
  readonly #options: RegistryOptions;
  /** In the order of their opening. */
  readonly #open = new Map<string, OpenResource>();
  readonly #closing = new Set<PromiseLike<unknown>>();
  readonly #failures = new Map<string, string>();
  #closingConnections = 0;
  #isClosed = false;

  constructor(options: RegistryOptions) {
    this.#options = options;
  }

  /** What may be told of what closing threw. */
  get redact(): (error: unknown) => unknown {
    return this.#options.redact;
  }

  /** The keys of what is open, in the order of opening. */
  get keys(): readonly string[] {
    return [...this.#open.keys()];
  }

  /** Why resources could not be opened the last time that they were asked for, by key. */
  get failures(): ReadonlyMap<string, string> {
    return this.#failures;
  }

  /** How many connections the open resources may hold; one that is being closed counts until it is. */
  get connections(): number {
    const open = [...this.#open.values()].reduce((sum, { leaf }) => sum + connectionsOf(leaf), 0);
    return open + this.#closingConnections;
  }

  /** What is being closed since nobody holds it any more, for whoever has to wait for that. */
  get closing(): readonly PromiseLike<unknown>[] {
    return [...this.#closing];
  }

  /**
   * Takes a hold of a resource, opening it if need be.
   *
   * @throws {UnknownResourceError} the key is not declared and there is no leaf
   * @throws {ResourceEndedError} the runtime has closed
   * @throws {ResourceLimitError} it would hold more connections than there may be
   */
  acquire(key: string, given: DeclaredResource | undefined, warn?: ConnectionWarning): OpenResource {
    if (this.#isClosed) throw new ResourceEndedError(key);
    const known = this.#open.get(key);
    if (known !== undefined) {
      known.holds++;
      return known;
    }
    const { declared } = this.#options;
    const leaf = Object.hasOwn(declared, key) ? declared[key] : given;
    if (leaf === undefined) throw new UnknownResourceError(key, Object.keys(declared));
    this.#makeRoom(connectionsOf(leaf), warn);
    const resource: OpenResource = { key, leaf, value: this.#opening(key, leaf), holds: 1 };
    this.#open.set(key, resource);
    // One that does not open is forgotten, so that the next to ask tries again.
    if (isThenable(resource.value)) {
      resource.value.then(
        () => this.#failures.delete(key),
        (error: unknown) => {
          this.#failures.set(key, messageOf(error));
          this.#forget(resource);
        },
      );
    } else this.#failures.delete(key);
    return resource;
  }

  /** Gives holds back; the last one closes the resource, unless it is kept. */
  release(resource: OpenResource, holds: number): undefined {
    resource.holds -= holds;
    if (resource.holds > 0 || this.#options.persistent || !this.#forget(resource)) return;
    this.#closeBehind(resource);
  }

  /** Takes out all that nobody holds, for the caller to close. */
  takeIdle(): readonly OpenResource[] {
    return [...this.#open.values()].filter(({ holds }) => holds === 0).filter((idle) => this.#forget(idle));
  }

  /** Takes out everything, for the caller to close, and opens nothing more. */
  takeAll(): readonly OpenResource[] {
    this.#isClosed = true;
    const all = [...this.#open.values()];
    this.#open.clear();
    return all;
  }

  #opening(key: string, leaf: DeclaredResource): unknown {
    try {
      return leaf.open();
    } catch (error) {
      this.#failures.set(key, messageOf(error));
      throw error;
    }
  }

  #makeRoom(wanted: number, warn: ConnectionWarning | undefined): undefined {
    const { connections: limit } = this.#options;
    if (limit === undefined || this.connections + wanted <= limit.max) return;
    if (limit.enforcement === 'warn') {
      warn?.(this.connections + wanted, limit.max);
      return;
    }
    if (limit.enforcement === 'adaptive') {
      for (const idle of this.takeIdle()) this.#closeBehind(idle);
      if (this.connections + wanted <= limit.max) return;
    }
    throw new ResourceLimitError('connections', limit.max, limit.refusal);
  }

  #forget(resource: OpenResource): boolean {
    return this.#open.get(resource.key) === resource && this.#open.delete(resource.key);
  }

  // The run that has ended last has its result whatever becomes of this, as with a listener that fails.
  #closeBehind({ key, leaf, value }: OpenResource): undefined {
    const warn = (error: unknown): undefined =>
      process.emitWarning(`Resource '${key}' was not closed: ${messageOf(this.redact(error))}`) as undefined;
    const close = (opened: unknown): unknown => leaf.close(opened as never);
    try {
      const closed = isThenable(value) ? value.then(close) : close(value);
      if (!isThenable(closed)) return;
      this.#closingConnections += connectionsOf(leaf);
      const settled = closed.then(undefined, warn).then(() => {
        this.#closing.delete(settled);
        this.#closingConnections -= connectionsOf(leaf);
      });
      this.#closing.add(settled);
    } catch (error) {
      warn(error);
    }
  }
}

const connectionsOf = ({ connections = 1 }: DeclaredResource): number => connections;
