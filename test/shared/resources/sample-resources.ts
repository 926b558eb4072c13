import type { NodeContext, ResourceLeaf } from '../../../types/index.ts';
import type { RuntimeKit } from '../runtime/kits.ts';

/** A resource that writes down when it is opened and closed. */
export interface Recorded {
  readonly key: string;
}

/** The leaf of a recorded resource: its asynchronous form answers with promises. */
export const recorded = ({ id }: RuntimeKit, key: string, log: string[]): ResourceLeaf<unknown> => {
  const open = (): Recorded => {
    log.push(`open ${key}`);
    return { key };
  };
  const close = (resource: unknown): undefined => {
    log.push(`close ${Object(resource).key}`);
  };
  return id === 'sync'
    ? { open, close }
    : { open: async () => open(), close: async (resource) => close(resource) };
};

/** Config of a function node that uses resources, in order, and says which it got. */
export const uses = (kit: RuntimeKit, log: string[], ...keys: readonly string[]) => ({
  run: (_: unknown, { resources }: NodeContext): unknown => {
    const values = keys.map((key) => resources.acquire(key, recorded(kit, key, log)));
    const names = (all: readonly unknown[]): unknown => ({ got: all.map((each) => Object(each).key) });
    return kit.id === 'sync' ? names(values) : Promise.all(values).then(names);
  },
});
