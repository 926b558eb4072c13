import type { NodeResources, ResourceLeaf } from '../../types/node-resources.ts';
import { ResourceEndedError } from '../errors/resource-ended-error.ts';
import type { OpenResource } from './open-resource.ts';
import type { ConnectionWarning, ResourceRegistry } from './resource-registry.ts';

interface Held {
  readonly resource: OpenResource;
  count: number;
}

/** What one run, its sub-workflows included, holds of the runtime's resources. */
export class RunHold implements NodeResources {
  readonly #registry: ResourceRegistry;
  readonly #warn: ConnectionWarning | undefined;
  // Made with the first resource: most runs use none.
  #held: Map<string, Held> | undefined = undefined;
  #hasEnded = false;

  /** @param warn - told when the run opens more connections than there should be */
  constructor(registry: ResourceRegistry, warn?: ConnectionWarning) {
    this.#registry = registry;
    this.#warn = warn;
  }

  // Properties rather than methods, so that a node may take them out of its context.
  acquire = <T>(key: string, leaf?: ResourceLeaf<T>): T => {
    if (this.#hasEnded) throw new ResourceEndedError(key);
    const resource = this.#registry.acquire(key, leaf, this.#warn);
    this.#held ??= new Map();
    const held = this.#held.get(key);
    if (held?.resource === resource) held.count++;
    else this.#held.set(key, { resource, count: 1 });
    return resource.value as T;
  };

  release = (key: string): undefined => {
    const held = this.#held?.get(key);
    if (held === undefined) return;
    held.count--;
    if (held.count === 0) this.#held?.delete(key);
    this.#registry.release(held.resource, 1);
  };

  /** Gives back all that the run still holds, what it took last first; answers what to wait for, if anything is. */
  end(): PromiseLike<unknown> | undefined {
    this.#hasEnded = true;
    if (this.#held === undefined) return undefined;
    for (const { resource, count } of [...this.#held.values()].reverse())
      this.#registry.release(resource, count);
    this.#held = undefined;
    const { closing } = this.#registry;
    return closing.length === 0 ? undefined : Promise.all(closing);
  }
}
