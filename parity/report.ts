import type { Finding, MemberCounts, Pair, PairReport, Report } from './report-model.ts';

/** One pair and what was found in it. */
export interface PairOutcome {
  readonly pair: Pair;
  readonly members: MemberCounts;
  readonly findings: readonly Finding[];
}

/** Builds the report of outcomes: a pure function, the same bytes for the same outcomes. */
export const report = (outcomes: readonly PairOutcome[]): Report => {
  const pairs = outcomes.map(
    ({ pair, members, findings }): PairReport => ({
      name: pair.name,
      sync: pair.sync,
      async: pair.async,
      members,
      findings,
    }),
  );
  return {
    version: 1,
    ok: pairs.every(({ findings }) => findings.every(({ allowed }) => allowed !== null)),
    pairs,
  };
};
