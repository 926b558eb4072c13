import { defineCheck } from '../define-check.ts';
import type { Member } from '../surface/surface.ts';

/** A getter is read like a property: only what is called, read or entered differs for a caller. */
const use = ({ kind }: Member): 'method' | 'nested' | 'property' => (kind === 'accessor' ? 'property' : kind);

/** A member that is a method on one side and a property on the other. */
export const kindMismatch = defineCheck({
  id: 'kind-mismatch',
  find: ({ members }) =>
    members
      .filter(({ sync, async, value }) => use(sync) !== use(async) && value === null)
      .map(({ name, sync, async }) => ({
        member: name,
        side: 'async',
        facts: { sync: sync.kind, async: async.kind },
        sync: { member: sync, signature: null },
        async: { member: async, signature: null },
      })),
});
