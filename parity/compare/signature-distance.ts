import type { SignatureComparison } from './comparison.ts';

/** How far apart two signatures are: what makes them another overload weighs more than what drifted in one. */
export const distance = ({ generics, missing, order, parameters, result }: SignatureComparison): number =>
  (result === 'same' || result === 'promisified' ? 0 : 4) +
  (generics.kind === 'same' ? 0 : 2) +
  3 * (missing.sync.length + missing.async.length) +
  (order === null ? 0 : 1) +
  parameters.reduce(
    (sum, { sync, async, relation }) =>
      sum +
      (relation.kind === 'same' ? 0 : relation.kind === 'options' ? 1 : 2) +
      (sync.optional === async.optional ? 0 : 1) +
      (sync.rest === async.rest ? 0 : 1),
    0,
  );
