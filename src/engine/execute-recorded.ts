import type { RunRecord } from '../../types/run-history.ts';
import type { RunResult } from '../../types/run-result.ts';
import type { RunRecording } from '../analytics/run-recording.ts';
import { isThenable } from '../nodes/is-thenable.ts';
import { call } from './call.ts';
import type { CallEffect, Execution } from './effects.ts';
import { newRunId } from './run-id.ts';

/**
 * Has a run's record stored when the run has ended, before its result is answered or its error thrown.
 *
 * @throws {RunHistoryError} the record could not be stored, and the option says that a run fails for that
 */
export function* executeRecorded(execution: Execution, recording: RunRecording): Execution {
  const { recorder } = recording;
  let result: RunResult | undefined;
  let failure: unknown;
  let isAbandoned = true;
  try {
    result = yield* execution;
    isAbandoned = false;
  } catch (error) {
    failure = error;
    isAbandoned = false;
  } finally {
    // The driver has let go of the run half-way, and does nothing for it any more.
    if (isAbandoned) keepAtOnce(recording);
  }
  if (recorder.hasBegun) yield* keep(recording, recorder.record(newRunId(), failure), result !== undefined);
  if (result === undefined) throw failure;
  return result;
}

function* keep(
  { history }: RunRecording,
  record: RunRecord,
  hasResult: boolean,
): Generator<CallEffect, undefined, unknown> {
  const waiting = [...history.takeUnstored(), record];
  for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
    const stored = next;
    const append = (): unknown => history.append(stored);
    try {
      yield* call({ name: 'analytics.store.append', sync: append, async: append });
    } catch (error) {
      const end = history.failed(waiting, error, hasResult);
      if (end !== undefined) throw end;
      return;
    }
    waiting.shift();
  }
}

const keepAtOnce = ({ recorder, history }: RunRecording): undefined => {
  if (!recorder.hasBegun) return;
  const record = recorder.record(newRunId(), undefined);
  const failed = (error: unknown): undefined => void history.failed([record], error, false) as undefined;
  try {
    const answer = history.append(record);
    if (isThenable(answer)) answer.then(undefined, failed);
  } catch (error) {
    failed(error);
  }
};
