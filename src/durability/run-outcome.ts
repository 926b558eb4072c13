import type { CheckpointRecord, RunEnd } from '../../types/checkpoint-store.ts';
import type { RunResult } from '../../types/run-result.ts';
import type { NodeOutput } from '../../types/workflow.ts';
import { WorkflowCancelledError } from '../errors/workflow-cancelled-error.ts';
import { decodeValue } from './decode-value.ts';

interface Ended {
  readonly status: RunResult['status'];
  /** The ids of the nodes with a result, in plan order: the results themselves are in the records. */
  readonly results: readonly string[];
  readonly skipped: readonly string[];
}

/** What the record of a node holds, of which one is there. */
interface Kept {
  readonly output?: NodeOutput;
  readonly error?: unknown;
}

/** The end of a run that has a result. */
export const endWith = ({ status, results, skipped }: RunResult): RunEnd => {
  const ended: Ended = { status, results: Object.keys(results), skipped };
  return { status, endedAt: Date.now(), outcome: JSON.stringify(ended) };
};

/** The end of a run that was ended by an error. */
export const endBy = (error: Error): RunEnd => ({
  status: error instanceof WorkflowCancelledError ? 'cancelled' : 'failed',
  endedAt: Date.now(),
  outcome: JSON.stringify({ error: { name: error.name, message: error.message } }),
});

/** The result of a run that has ended with one, as it was. */
export const storedResult = (
  runId: string,
  outcome: string,
  records: readonly CheckpointRecord[],
): RunResult => {
  const { status, results, skipped } = JSON.parse(outcome) as Ended;
  const last = new Map(
    records
      .filter(({ scope, kind }) => scope === '' && (kind === 'completed' || kind === 'failed'))
      .map((record) => [record.subject, record]),
  );
  const outputs = results.map((id): readonly [string, NodeOutput] => {
    const record = last.get(id);
    const kept = record === undefined ? {} : (decodeValue(record.value) as Kept);
    return [id, kept.output ?? { error: kept.error }];
  });
  return { results: Object.fromEntries(outputs), runId, skipped, status };
};
