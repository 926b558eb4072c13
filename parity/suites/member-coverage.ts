import type { MemberCoverage, MemberCoverages } from '../test-model.ts';
import { shareOf } from './coverage-of.ts';
import type { MemberFunction, PairFunctions } from './pair-functions.ts';
import type { CoveredFile, CoveredFunction } from './side-job.ts';

/** The function of a name that is nearest to a line: a file may have several of one name. */
const nearest = (
  functions: readonly CoveredFunction[],
  { name, line }: MemberFunction,
): CoveredFunction | undefined =>
  functions
    .filter((each) => each.name === name)
    .toSorted((one, other) => Math.abs(one.from - line) - Math.abs(other.from - line))[0];

const coverageOf = (
  covered: readonly CoveredFile[],
  wanted: MemberFunction | null,
): MemberCoverage | null => {
  const file = wanted === null ? undefined : covered.find(({ file: each }) => each === wanted.file);
  const found = file === undefined || wanted === null ? undefined : nearest(file.functions, wanted);
  return found === undefined ? null : { called: found.hit, branches: shareOf(found.branches) };
};

/** What the tests of each side covered of each member that is code on a side; data has no coverage. */
export const memberCoverages = (
  members: readonly PairFunctions[],
  sync: readonly CoveredFile[],
  async: readonly CoveredFile[],
): readonly MemberCoverages[] =>
  members
    .map((each) => ({
      member: each.member,
      sync: coverageOf(sync, each.sync),
      async: coverageOf(async, each.async),
    }))
    .filter((each) => each.sync !== null || each.async !== null);
