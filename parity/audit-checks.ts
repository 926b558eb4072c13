import { count } from './render/summary.ts';
import { percent, points } from './report-numbers.ts';
import type { PairStanding, TestStanding } from './report-standing.ts';
import type { Shortfall } from './test-shortfall.ts';

/** The five questions of an audit (section 7.2 of the strategy). */
export type AuditQuestion = 'method' | 'signature' | 'behavior' | 'coverage' | 'count';

/** The answer to one question for one pair. */
export interface AuditAnswer {
  readonly question: AuditQuestion;
  readonly passed: boolean;
  /** The numbers behind the answer, in one sentence without a full stop. */
  readonly details: string;
}

/** The checks that ask whether a member is there at all, or may be absent; every other one compares signatures. */
const METHOD_CHECKS: ReadonlySet<string> = new Set([
  'missing-member',
  'uncontracted-member',
  'phantom-member',
  'inherited-sync',
  'stale-exemption',
  'unexplained-exemption',
]);

/** Which question a shortfall of the tests answers with no. */
const ASKED_BY: Readonly<Record<Shortfall['kind'], AuditQuestion>> = {
  'nothing-measured': 'coverage',
  'side-not-loaded': 'behavior',
  'suite-hung': 'behavior',
  'test-cut-off': 'behavior',
  'file-without-tests': 'behavior',
  'test-failed': 'behavior',
  'one-sided-test': 'behavior',
  'answers-apart': 'behavior',
  'area-empty': 'coverage',
  'coverage-low': 'coverage',
  'coverage-apart': 'coverage',
  'member-apart': 'coverage',
  'tests-apart': 'count',
};

const NOT_MEASURED = "not measured: run 'lockstep test'";

const compared = (
  { members, findings, allowed }: PairStanding,
  question: 'method' | 'signature',
): AuditAnswer => {
  const asked = (check: string): boolean => METHOD_CHECKS.has(check) === (question === 'method');
  const found = findings.filter(({ check }) => asked(check));
  const exempt = allowed.filter(({ check }) => asked(check)).length;
  const verdict = found.length === 0 ? 'no finding' : count(found.length, 'finding');
  return {
    question,
    passed: members.compared > 0 && found.length === 0,
    details: `${verdict}, ${exempt} allowed; ${count(members.compared, 'member')} compared`,
  };
};

const tested = (
  tests: TestStanding | null,
  question: AuditQuestion,
  answer: (tests: TestStanding) => Omit<AuditAnswer, 'question'>,
): AuditAnswer => {
  if (tests === null) return { question, passed: false, details: NOT_MEASURED };
  const { passed, details } = answer(tests);
  const against = tests.shortfalls.filter(({ kind }) => ASKED_BY[kind] === question).length;
  return { question, passed: passed && against === 0, details };
};

/** The answers to the five questions for a pair. What was not measured has not passed. */
export const auditAnswers = (pair: PairStanding): readonly AuditAnswer[] => [
  compared(pair, 'method'),
  compared(pair, 'signature'),
  tested(pair.tests, 'behavior', ({ passed, failed, total }) => ({
    passed: failed.sync + failed.async === 0 && passed.sync > 0 && passed.async > 0 && total.shared > 0,
    details: `${total.shared} shared tests; passed ${passed.sync} sync and ${passed.async} async; failed ${failed.sync} and ${failed.async}`,
  })),
  tested(pair.tests, 'coverage', ({ coverage: { branches } }) => ({
    passed: branches.apart !== null,
    details: `branches ${percent(branches.sync)} sync and ${percent(branches.async)} async, ${points(branches.apart)} apart`,
  })),
  tested(pair.tests, 'count', ({ total, ratio }) => ({
    passed: ratio !== null,
    details: `${total.shared} shared, ${total.sync} sync and ${total.async} async tests; ratio ${ratio === null ? 'not measured' : ratio.toFixed(2)}`,
  })),
];
