import type { CheckpointRecord } from '../../types/checkpoint-store.ts';
import type { Connection, WorkflowContract } from '../../types/workflow.ts';
import { type Graph, graphOf } from './graph.ts';
import { insidesOf } from './scope.ts';
import { validRecords } from './valid-records.ts';

type Reopened = Pick<CheckpointRecord, 'scope' | 'subject' | 'value'>;

/**
 * The records that make void what is kept of the failed nodes of a run, at any depth, of the nodes around them, and of all that comes
 * after them, so that they are run (again): none where no node has failed. Of a node outside of cycles that is only around a failed one,
 * or has failed itself, what it has finished inside is left to go on from.
 *
 * @param records - all records of the run
 */
export const reopenedRecords = (
  workflow: WorkflowContract,
  records: readonly CheckpointRecord[],
): readonly CheckpointRecord[] => {
  const last = records.at(-1)?.sequence ?? 0;
  return reopenedIn('', graphOf(workflow), keptOf(validRecords(records))).map((entry, index) => ({
    ...entry,
    sequence: last + index + 1,
    kind: 'reopened',
    iteration: 0,
  }));
};

/** What is kept of a run and of those inside of it, by scope. */
interface Kept {
  readonly settled: ReadonlyMap<string, readonly CheckpointRecord[]>;
  /** The scopes inside of a scope, each with the node that it is in. */
  readonly inside: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

const keptOf = (records: readonly CheckpointRecord[]): Kept => {
  const settled = new Map<string, CheckpointRecord[]>();
  const inside = new Map<string, Map<string, string>>();
  const known = new Set<string>();
  for (const record of records) {
    if (record.kind === 'completed' || record.kind === 'failed') addTo(settled, record.scope, record);
    if (known.has(record.scope)) continue;
    known.add(record.scope);
    for (const { outer, scope, nodeId } of insidesOf(record.scope)) {
      inside.set(outer, (inside.get(outer) ?? new Map<string, string>()).set(scope, nodeId));
    }
  }
  return { settled, inside };
};

const reopenedIn = (scope: string, graph: Graph, kept: Kept): readonly Reopened[] => {
  const { connections, cycles } = graph;
  const nodes = kept.settled.get(scope) ?? [];
  const failed = nodes.filter(({ kind }) => kind === 'failed').map(({ subject }) => subject);
  const inside = insideOf(scope, graph, kept);
  const starts = new Set([...failed, ...inside.keys()]);
  const after = afterAny(starts, [...connections, ...cycles.flatMap((cycle) => cycle.edges)]);
  const again = new Set([...starts, ...after]);
  // A node may have failed before any of its dependents, which it still has to lose, was reached.
  const subjects = [...new Set(nodes.map(({ subject }) => subject))].filter((id) => again.has(id));
  const ended = cycles.filter(({ edges: back }) => back.some(({ source }) => again.has(source)));
  return [
    ...subjects.map((subject) => ({ scope, subject, value: after.has(subject) ? 'whole' : 'end' })),
    ...ended.map(({ id }) => ({ scope, subject: id, value: 'cycle' })),
    // What comes after a failed node begins anew, with all that is inside of it.
    ...[...inside].flatMap(([id, entries]) => (after.has(id) ? [] : entries)),
  ];
};

/** What is to be reopened inside of the nodes of a scope, by node. */
const insideOf = (scope: string, graph: Graph, kept: Kept): ReadonlyMap<string, readonly Reopened[]> => {
  const found = new Map<string, Reopened[]>();
  for (const [inner, nodeId] of kept.inside.get(scope) ?? []) {
    const body = graph.inside(nodeId);
    if (body === undefined) continue;
    for (const entry of reopenedIn(inner, body, kept)) addTo(found, nodeId, entry);
  }
  return found;
};

const addTo = <T>(lists: Map<string, T[]>, key: string, item: T): undefined => {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [item]);
  else known.push(item);
};

const afterAny = (starts: ReadonlySet<string>, edges: readonly Connection[]): ReadonlySet<string> => {
  const next = new Map<string, string[]>();
  for (const { source, target } of edges) addTo(next, source, target);
  const reached = new Set([...starts].flatMap((id) => next.get(id) ?? []));
  for (const id of reached) for (const each of next.get(id) ?? []) reached.add(each);
  return reached;
};
