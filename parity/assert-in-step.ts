import { AssertionError } from 'node:assert';
import type { CheckId } from './check-facts.ts';
import { checkPair } from './check-pair.ts';
import type { Finding, PairReport, Side } from './report-model.ts';

/** A finding that a test accepts. */
export interface AcceptedFinding {
  readonly member: string;
  readonly check: CheckId;
  /** The side that would have to change; when left out, either. */
  readonly side?: Side | undefined;
  /** Why it is right as it is; not empty. */
  readonly reason: string;
}

/** The two sides that have to be in step. */
export interface InStepOptions {
  readonly sync: string;
  readonly async: string;
  readonly allow?: readonly AcceptedFinding[] | undefined;
  /** The folder that relative modules start from, absolute; the working folder by default. */
  readonly cwd?: string | undefined;
  readonly tsconfig?: string | undefined;
}

const covers = (accepted: AcceptedFinding, { member, check, side }: Finding): boolean =>
  accepted.member === member &&
  accepted.check === check &&
  (accepted.side === undefined || accepted.side === side);

const shown = ({ file, line, column, check, message, syncSignature, asyncSignature }: Finding): string =>
  [
    `  ${file}:${line}:${column} ${check}: ${message}`,
    ...(syncSignature === null ? [] : [`    sync:  ${syncSignature}`]),
    ...(asyncSignature === null ? [] : [`    async: ${asyncSignature}`]),
  ].join('\n');

const faults = (findings: readonly Finding[], allow: readonly AcceptedFinding[]): readonly string[] => [
  ...findings.filter((finding) => !allow.some((each) => covers(each, finding))).map(shown),
  ...allow
    .filter((each) => !findings.some((finding) => covers(each, finding)))
    .map(({ member, check }) => `  '${member}' is allowed to fail ${check} and does not: remove the entry.`),
  ...allow
    .filter(({ reason }) => reason.trim() === '')
    .map(({ member, check }) => `  '${member}' is allowed to fail ${check} without a reason: give one.`),
];

/**
 * Fails a test, whatever runs it, when the two sides of a pair are not in step; gives the report of the pair otherwise.
 *
 * @throws {AssertionError} that lists every difference that is not allowed, and every entry that allows nothing.
 * @throws {ToolkitError} when a side cannot be read or there is nothing to compare.
 *
 * @example
 * ```ts
 * import { test } from 'node:test';
 * import { assertInStep } from 'lockstep/parity';
 *
 * test('the stores are in step', () => {
 *   assertInStep({ sync: './src/store.ts#Store', async: './src/async-store.ts#AsyncStore' });
 * });
 * ```
 */
export const assertInStep = ({ sync, async, allow = [], cwd, tsconfig }: InStepOptions): PairReport => {
  const report = checkPair(
    { name: `${sync} / ${async}`, sync, async },
    { cwd: cwd ?? process.cwd(), tsconfig },
  );
  const found = faults(report.findings, allow);
  if (found.length === 0) return report;
  throw new AssertionError({
    message: `'${sync}' and '${async}' are not in step:\n${found.join('\n')}`,
    actual: found.length,
    expected: 0,
    operator: 'assertInStep',
    stackStartFn: assertInStep,
  });
};
