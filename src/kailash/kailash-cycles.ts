import type { Connection, Cycle } from '../../types/workflow.ts';
import type { KailashProblem } from '../errors/kailash-import-error.ts';
import { convergenceOf } from './kailash-convergence.ts';
import { isNothing, Unmapped } from './kailash-entry.ts';

/** A connection as the SDK names its ports, with what is said of the cycle that it closes, if it closes one. */
export interface KailashEdge {
  readonly edge: Connection;
  readonly path: string;
  readonly cycle: Readonly<Record<string, unknown>> | undefined;
}

const MILLISECONDS = 1000;

const UNKNOWN: Readonly<Record<string, string>> = {
  memory_limit: "Remove it, and limit what the runtime may use, with 'resourceLimits'.",
  condition: 'The SDK stores it and does nothing with it: remove it.',
  parent_cycle: 'Put the inner cycle into a sub-workflow.',
};

/** The cycles of an exported workflow: its marked connections, by the name of their cycle, with ports as the SDK calls them. */
export const cyclesOf = (edges: readonly KailashEdge[], problems: KailashProblem[]): readonly Cycle[] => {
  const cycles = new Map<string, KailashEdge[]>();
  for (const each of edges) {
    if (each.cycle === undefined) continue;
    const id = String(each.cycle.cycle_id ?? 'cycle');
    cycles.set(id, [...(cycles.get(id) ?? []), each]);
  }
  return [...cycles].map(([id, parts]) => cycleOf(id, parts, edges, problems));
};

const cycleOf = (
  id: string,
  parts: readonly KailashEdge[],
  all: readonly KailashEdge[],
  problems: KailashProblem[],
): Cycle => {
  const says: Readonly<Record<string, unknown>> = Object.assign({}, ...parts.map(({ cycle }) => cycle));
  const path = parts[0]?.path ?? 'connections';
  const { max_iterations: most, timeout, convergence_check: check } = says;
  const end = isNothing(check)
    ? undefined
    : convergenceOf(
        check,
        membersOf(parts, all),
        all.map(({ edge }) => edge),
      );
  if (end instanceof Unmapped) problems.push({ path: `${path}.convergence_check`, detail: end.detail });
  for (const [key, remedy] of Object.entries(UNKNOWN)) {
    if (!isNothing(says[key]))
      problems.push({ path: `${path}.${key}`, detail: `has no counterpart here. ${remedy}` });
  }
  if (typeof most !== 'number') {
    problems.push({
      path: `${path}.max_iterations`,
      detail: 'is missing. Give the number of iterations after which the cycle ends at the latest.',
    });
  }
  return {
    id,
    edges: parts.map(({ edge }) => edge),
    maxIterations: Number(most),
    ...(typeof timeout === 'number' && { timeoutMs: timeout * MILLISECONDS }),
    ...(end !== undefined && !(end instanceof Unmapped) && { convergeWhen: end }),
  };
};

/** The nodes of a cycle: those on a way from the target of a connection that closes it to the source of one. */
const membersOf = (parts: readonly KailashEdge[], all: readonly KailashEdge[]): ReadonlySet<string> => {
  const forward = all.flatMap(({ edge, cycle }) => (cycle === undefined ? [edge] : []));
  const after = reach(
    parts.map(({ edge }) => edge.target),
    forward.map(({ source, target }) => [source, target]),
  );
  const before = reach(
    parts.map(({ edge }) => edge.source),
    forward.map(({ source, target }) => [target, source]),
  );
  return new Set([...after].filter((id) => before.has(id)));
};

const reach = (
  starts: readonly string[],
  steps: readonly (readonly [from: string, to: string])[],
): ReadonlySet<string> => {
  const reached = new Set(starts);
  for (const id of reached) for (const [from, to] of steps) if (from === id) reached.add(to);
  return reached;
};
