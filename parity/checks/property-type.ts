import { defineCheck } from '../define-check.ts';

/** A property that holds something else on either side. */
export const propertyType = defineCheck({
  id: 'property-type',
  find: (comparison, { text, difference }) =>
    comparison.members
      .filter(({ value }) => value === 'differs')
      .map(({ name, sync, async }) => ({
        member: name,
        side: 'async',
        facts: {
          sync: text(sync.type),
          async: text(async.type),
          within: difference(comparison, null, sync.type, async.type),
        },
        sync: { member: sync, signature: null },
        async: { member: async, signature: null },
      })),
});
