import type { CheckpointRecord } from '../../types/checkpoint-store.ts';
import type { WorkflowContract } from '../../types/workflow.ts';
import { validRecords } from './valid-records.ts';

/**
 * The records that make void what is kept of the failed nodes of a run, and of all that comes after them, so that they are run (again):
 * none where no node has failed. Of a failed node outside of cycles what it has finished inside is left to go on from.
 *
 * @param records - all records of the run
 */
export const reopenedRecords = (
  { connections, cycles }: WorkflowContract,
  records: readonly CheckpointRecord[],
): readonly CheckpointRecord[] => {
  const own = validRecords(records).filter(({ scope }) => scope === '');
  const failed = new Set(own.filter(({ kind }) => kind === 'failed').map(({ subject }) => subject));
  const edges = [...connections, ...cycles.flatMap((cycle) => cycle.edges)];
  const after = afterAny(failed, edges);
  const again = new Set([...failed, ...after]);
  const nodes = own.filter(({ kind }) => kind === 'completed' || kind === 'failed');
  // A node may have failed before any of its dependents, which it still has to lose, was reached.
  const subjects = [...new Set(nodes.map(({ subject }) => subject))].filter((id) => again.has(id));
  const ended = cycles.filter(({ edges: back }) => back.some(({ source }) => again.has(source)));
  const last = records.at(-1)?.sequence ?? 0;
  return [
    ...subjects.map((id) => ({ subject: id, value: after.has(id) ? 'whole' : 'end' })),
    ...ended.map(({ id }) => ({ subject: id, value: 'cycle' })),
  ].map((entry, index) => ({
    ...entry,
    sequence: last + index + 1,
    scope: '',
    kind: 'reopened',
    iteration: 0,
  }));
};

const afterAny = (
  starts: ReadonlySet<string>,
  edges: WorkflowContract['connections'],
): ReadonlySet<string> => {
  const next = new Map<string, string[]>();
  for (const { source, target } of edges) {
    const known = next.get(source);
    if (known === undefined) next.set(source, [target]);
    else known.push(target);
  }
  const reached = new Set([...starts].flatMap((id) => next.get(id) ?? []));
  for (const id of reached) for (const each of next.get(id) ?? []) reached.add(each);
  return reached;
};
