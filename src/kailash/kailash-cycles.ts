import type { Connection, Cycle } from '../../types/workflow.ts';
import type { KailashProblem } from '../errors/kailash-import-error.ts';

/** A connection that closes a cycle, with what the export says of the cycle. */
export interface CycleEdge {
  readonly edge: Connection;
  readonly path: string;
  readonly says: Readonly<Record<string, unknown>>;
}

const MILLISECONDS = 1000;

/** The cycles of an exported workflow: its marked connections, by the name of their cycle. */
export const cyclesOf = (edges: readonly CycleEdge[], problems: KailashProblem[]): readonly Cycle[] => {
  const cycles = new Map<string, CycleEdge[]>();
  for (const each of edges) {
    const id = String(each.says.cycle_id ?? 'cycle');
    cycles.set(id, [...(cycles.get(id) ?? []), each]);
  }
  return [...cycles].map(([id, parts]) => cycleOf(id, parts, problems));
};

const cycleOf = (id: string, parts: readonly CycleEdge[], problems: KailashProblem[]): Cycle => {
  const says: Readonly<Record<string, unknown>> = Object.assign({}, ...parts.map((part) => part.says));
  const path = parts[0]?.path ?? 'connections';
  const { max_iterations: most, timeout, convergence_check: check } = says;
  if (check !== undefined && check !== null) {
    problems.push({
      path: `${path}.convergence_check`,
      detail: `is the expression ${JSON.stringify(check)}, which nothing here evaluates. Remove it, and add convergeWhen: { node, output, operator, value } to the cycle of the built workflow's JSON.`,
    });
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
  };
};
