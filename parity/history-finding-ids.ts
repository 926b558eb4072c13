import type { Finding } from './report-model.ts';

/**
 * An id for each finding of a pair, the same from run to run: it names the pair, the check, the member and the side, never
 * a line, so that edits above a finding do not make it new.
 *
 * @example
 * ```ts
 * import type { Finding } from './report-model.ts';
 * declare const finding: Finding;
 * findingIds('store', [finding]); // ['store/parameter-name/read/async']
 * ```
 */
export const findingIds = (pair: string, findings: readonly Finding[]): readonly string[] => {
  const bases = findings.map(({ check, member, side }) =>
    [pair, check, member, side].map(encodeURIComponent).join('/'),
  );
  // One check can report two parameters of one member: the later ones get a number, in report order.
  return bases.map((base, index) => {
    const earlier = bases.slice(0, index).filter((each) => each === base).length;
    return earlier === 0 ? base : `${base}/${earlier + 1}`;
  });
};
