import type { ResourceSteps } from './close-resources.ts';
import type { ResourceRegistry } from './resource-registry.ts';

/** Opens declared resources in their order, one after the other; what is open stays as it is. Throws what opening throws. */
export function* openDeclared(registry: ResourceRegistry, keys: readonly string[]): ResourceSteps {
  for (const key of keys) {
    const resource = registry.acquire(key, undefined);
    try {
      yield { key, value: resource.value };
    } finally {
      registry.release(resource, 1);
    }
  }
}
