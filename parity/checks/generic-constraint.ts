import { defineCheck } from '../define-check.ts';
import { ownGenerics, signatureDrifts } from '../signature-drifts.ts';

/** A type parameter that is bound to something else, or falls back to something else, on either side. */
export const genericConstraint = defineCheck({
  id: 'generic-constraint',
  find: (comparison) => [
    ...ownGenerics<'generic-constraint'>(comparison, (generics) =>
      generics.kind === 'constraint' ? { side: 'async', facts: { name: generics.name } } : null,
    ),
    ...signatureDrifts<'generic-constraint'>(comparison, ({ generics }) =>
      generics.kind === 'constraint' ? { side: 'async', facts: { name: generics.name } } : null,
    ),
  ],
});
