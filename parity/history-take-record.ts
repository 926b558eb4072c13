import { dirname } from 'node:path';
import { exitCode, WRONG_CALL } from './exit-code.ts';
import { gitRevision } from './git-revision.ts';
import { newRecord } from './history-new-record.ts';
import type { HistoryRecord } from './history-record.ts';
import { loadConfig } from './load-config.ts';
import { summary } from './render/summary.ts';
import { runCheck } from './run-check.ts';
import { readMeasurement } from './test-measurement-read.ts';
import { WrongCall } from './wrong-call.ts';

/** What a record is taken of. */
export interface RecordCall {
  /** The working folder, absolute. */
  readonly cwd: string;
  readonly env: Readonly<NodeJS.ProcessEnv>;
  readonly config?: string | undefined;
  readonly kind: HistoryRecord['kind'];
  readonly now: Date;
}

/** A record and the folder of the config, in which the history is kept. */
export interface TakenRecord {
  readonly base: string;
  readonly record: HistoryRecord;
}

/**
 * Checks the pairs of the config now and joins what `lockstep test` measured last.
 *
 * @throws {WrongCall} when the check cannot be made, or nothing was compared.
 */
export const takeRecord = async ({ cwd, env, config, kind, now }: RecordCall): Promise<TakenRecord> => {
  const base = dirname((await loadConfig(cwd, config)).file);
  const date = now.toISOString();
  const { report } = await runCheck({ cwd, config, today: date.slice(0, 10) });
  if (exitCode(report) === WRONG_CALL) throw new WrongCall(summary(report));
  const at = { date, ...gitRevision(base, env) };
  return { base, record: newRecord(kind, at, report, readMeasurement(base)) };
};
