import type { DeclaredResource } from '../../types/node-resources.ts';
import { messageOf } from '../errors/message-of.ts';
import { ResourceEndedError } from '../errors/resource-ended-error.ts';
import { UnknownResourceError } from '../errors/unknown-resource-error.ts';
import { isThenable } from '../nodes/is-thenable.ts';
import type { OpenResource } from './open-resource.ts';

/** How a registry treats what it holds. */
export interface RegistryOptions {
  /** Whether what nobody holds stays open until the registry is emptied. */
  readonly persistent: boolean;
  /** The resources that may be asked for by key alone. */
  readonly declared: Readonly<Record<string, DeclaredResource>>;
}

/** The resources of one runtime: each key is opened once, counted, and closed when nobody holds it (or kept, if persistent). */
export class ResourceRegistry {
  readonly #options: RegistryOptions;
  /** In the order of their opening. */
  readonly #open = new Map<string, OpenResource>();
  readonly #closing = new Set<PromiseLike<unknown>>();
  #isClosed = false;

  constructor(options: RegistryOptions) {
    this.#options = options;
  }

  /** The keys of what is open, in the order of opening. */
  get keys(): readonly string[] {
    return [...this.#open.keys()];
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
   */
  acquire(key: string, given: DeclaredResource | undefined): OpenResource {
    if (this.#isClosed) throw new ResourceEndedError(key);
    const known = this.#open.get(key);
    if (known !== undefined) {
      known.holds++;
      return known;
    }
    const { declared } = this.#options;
    const leaf = Object.hasOwn(declared, key) ? declared[key] : given;
    if (leaf === undefined) throw new UnknownResourceError(key, Object.keys(declared));
    const resource: OpenResource = { key, leaf, value: leaf.open(), holds: 1 };
    this.#open.set(key, resource);
    // One that does not open is forgotten, so that the next to ask tries again.
    if (isThenable(resource.value)) resource.value.then(undefined, () => this.#forget(resource));
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

  #forget(resource: OpenResource): boolean {
    return this.#open.get(resource.key) === resource && this.#open.delete(resource.key);
  }

  // The run that has ended last has its result whatever becomes of this, as with a listener that fails.
  #closeBehind({ key, leaf, value }: OpenResource): undefined {
    const warn = (error: unknown): undefined =>
      process.emitWarning(`Resource '${key}' was not closed: ${messageOf(error)}`) as undefined;
    const close = (opened: unknown): unknown => leaf.close(opened as never);
    try {
      const closed = isThenable(value) ? value.then(close) : close(value);
      if (!isThenable(closed)) return;
      const settled = closed.then(undefined, warn).then(() => {
        this.#closing.delete(settled);
      });
      this.#closing.add(settled);
    } catch (error) {
      warn(error);
    }
  }
}
