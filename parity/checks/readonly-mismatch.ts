import { defineCheck } from '../define-check.ts';

/** A property that can be assigned on one side only. */
export const readonlyMismatch = defineCheck({
  id: 'readonly-mismatch',
  find: ({ members }) =>
    members
      .filter(
        ({ sync, async, value, calls }) =>
          (value !== null || calls !== null) &&
          sync.kind !== 'nested' &&
          sync.readonly !== async.readonly &&
          // Two accessors differ in their setter, which has a check of its own.
          !(sync.kind === 'accessor' && async.kind === 'accessor') &&
          // A method cannot be assigned in either spelling: `readonly f: () => void` and `f(): void` are one.
          !(sync.kind === 'method' && async.kind === 'method'),
      )
      .map(({ name, sync, async }) => ({
        member: name,
        side: 'async',
        facts: { readonly: sync.readonly ? 'sync' : 'async' },
        sync: { member: sync, signature: null },
        async: { member: async, signature: null },
      })),
});
