import type { NodeResources, ResourceLeaf } from '../../types/node-resources.ts';
import { ResourceEndedError } from '../errors/resource-ended-error.ts';
import type { OpenResource } from './open-resource.ts';
import type { ResourceRegistry } from './resource-registry.ts';

interface Held {
  readonly resource: OpenResource;
  count: number;
}

/** What one run, its sub-workflows included, holds of the runtime's resources. */
export class RunHold implements NodeResources {
  readonly #registry: ResourceRegistry;
  // Made with the first resource: most runs use none.
  #held: Map<string, Held> | undefined = undefined;
  #hasEnded = false;

  constructor(registry: ResourceRegistry) {
    this.#registry = registry;
  }

  // Properties rather than methods, so that a node may take them out of its context.
  acquire = <T>(key: string, leaf?: ResourceLeaf<T>): T => {
    if (this.#hasEnded) throw new ResourceEndedError(key);
    const resource = this.#registry.acquire(key, leaf);
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

  /** Gives back all that the run still holds, what it took last first. */
  end(): undefined {
    this.#hasEnded = true;
    if (this.#held === undefined) return;
    for (const { resource, count } of [...this.#held.values()].reverse())
      this.#registry.release(resource, count);
    this.#held = undefined;
  }
}
