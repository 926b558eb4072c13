import { dirname, join } from 'node:path';
import { HISTORY_FILE } from '../history-file.ts';
import { readHistory } from '../history-read.ts';
import { loadConfig } from '../load-config.ts';
import { readMeasurement } from '../test-measurement-read.ts';
import { WrongCall } from '../wrong-call.ts';
import { changedFiles } from './changed-files.ts';
import { exemptionTrailers } from './exemption-trailers.ts';
import type { GateReport } from './gate-model.ts';
import { askGit } from './git.ts';
import { judgeChange, shortfallIdentity } from './judge-change.ts';
import { mergeBase } from './merge-base.ts';

/** What `lockstep gate` is asked to judge. */
export interface GateCall {
  /** The working folder, absolute. */
  readonly cwd: string;
  readonly config?: string | undefined;
  /** The branch or commit that the change is to go into; `null` to judge what is staged. */
  readonly base: string | null;
  /** Whether the tests have to be measured at the commit that is judged. */
  readonly requireTests: boolean;
  /** As `YYYY-MM-DD` in UTC. */
  readonly today: string;
}

/** The shortfalls that were measured at a commit; none when it was never measured. */
const shortfallsAt = (folder: string, commit: string): ReadonlySet<string> => {
  const record = readHistory(join(folder, HISTORY_FILE)).records.findLast(
    ({ testsMeasured }) => testsMeasured?.commit === commit,
  );
  const messages = record?.pairs.flatMap(({ tests }) => tests?.shortfalls ?? []) ?? [];
  return new Set(messages.map(({ message }) => shortfallIdentity(message)));
};

/**
 * Judges the change from a base to HEAD, or what is staged, by the files it touches and by what `lockstep test` measured at
 * HEAD, if it did.
 *
 * @throws {WrongCall} when the change cannot be told: no Git, no such base, a clone that is too shallow, no measurement where one is required.
 */
export const runGate = async ({
  cwd,
  config: given,
  base,
  requireTests,
  today,
}: GateCall): Promise<GateReport> => {
  const { file, config } = await loadConfig(cwd, given);
  const folder = dirname(file);
  const from = base === null ? 'HEAD' : mergeBase(folder, base);
  const measurement = readMeasurement(folder);
  const head = askGit(folder, ['rev-parse', 'HEAD']).text.trim();
  const isCurrent = base !== null && measurement !== null && measurement.commit === head;
  if (requireTests && !isCurrent) {
    throw new WrongCall(
      `The tests were not measured at ${head.slice(0, 12)}. Run 'lockstep test' first, or leave out --require-tests.`,
    );
  }
  return judgeChange(config, {
    base: base ?? 'the last commit',
    folder,
    changed: changedFiles(folder, from, base === null ? 'index' : 'HEAD'),
    tests: isCurrent ? measurement.report : null,
    before: shortfallsAt(folder, from),
    trailers: base === null ? [] : exemptionTrailers(folder, from),
    today,
  });
};
