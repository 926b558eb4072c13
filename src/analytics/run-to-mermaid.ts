import type { NodeOutcome, NodeRecord, RecordedEdge, RunRecord } from '../../types/run-history.ts';
import { headOf } from '../nodes/port-path.ts';
import { mermaidShape, mermaidText } from '../workflow/mermaid-text.ts';
import { criticalPath } from './critical-path.ts';
import { durationText } from './duration-text.ts';

/** What stands for a node of several iterations: the outcome that tells most, the first one there is. */
const TELLING: readonly NodeOutcome[] = ['failed', 'aborted', 'completed', 'reused', 'skipped'];

/** The looks of outcomes; what is marked by a color is marked by a line or a word as well. */
const CLASSES = [
  'classDef failed stroke:#c1121f,stroke-width:3px,stroke-dasharray:2 2',
  'classDef aborted stroke:#6c757d,stroke-width:2px,stroke-dasharray:2 2',
  'classDef skipped stroke:#6c757d,stroke-dasharray:6 4',
  'classDef idle stroke:#6c757d,stroke-dasharray:6 4',
  'classDef critical stroke:#d9480f,stroke-width:4px',
] as const;

/**
 * A run as a Mermaid flowchart: the workflow with the time of each node, its attempts and iterations; the critical path is drawn thick,
 * failed and skipped nodes say so, edges that carried no value and back edges are dotted. Nodes inside of sub-workflows and loops are
 * part of their node.
 *
 * @param record - as `getRunHistory` answers it
 * @see https://mermaid.js.org/syntax/flowchart.html
 *
 * @example
 * ```ts
 * import { LocalRuntime, MemoryRunHistoryStore, runToMermaid, WorkflowBuilder } from 'lockstep';
 * const runtime = new LocalRuntime({ analytics: { store: new MemoryRunHistoryStore() } });
 * runtime.execute(new WorkflowBuilder().addNode('FunctionNode', 'a', { run: () => 1 }).build());
 * const [record] = runtime.getRunHistory();
 * if (record) runToMermaid(record).split('\n')[0]; // 'flowchart TB'
 * ```
 */
export const runToMermaid = (record: RunRecord): string => {
  const { graph, nodes } = record;
  const numbers = new Map(graph.nodes.map(({ id }, index) => [id, `n${index}`]));
  const recordsOf = new Map<string, NodeRecord[]>();
  for (const node of nodes) {
    if (node.parent !== undefined) continue;
    const known = recordsOf.get(node.nodeId);
    if (known === undefined) recordsOf.set(node.nodeId, [node]);
    else known.push(node);
  }
  const chain = criticalPath(record).nodes.map(({ nodeId }) => nodeId);
  const critical = new Set(chain);
  const steps = new Set(chain.map((id, index) => JSON.stringify([chain[index - 1], id])));
  const boxes = graph.nodes.map(({ id, type }) => {
    const own = recordsOf.get(id) ?? [];
    const outcome = outcomeOf(own);
    const label = [id, type, factsOf(own, outcome)].map(mermaidText).join('<br/>');
    const marks = [
      ...(outcome === undefined ? ['idle'] : []),
      ...(outcome === 'failed' || outcome === 'aborted' || outcome === 'skipped' ? [outcome] : []),
      // The class that is given last decides about the line: a failure is told by its word as well.
      ...(critical.has(id) ? ['critical'] : []),
    ];
    const number = numbers.get(id);
    return [
      `  ${number}${mermaidShape(type, label)}`,
      ...marks.map((mark) => `  class ${number} ${mark}`),
    ].join('\n');
  });
  const lines = graph.edges.map((edge) => {
    const { source, output, target, input, cycle } = edge;
    const isCritical = steps.has(JSON.stringify([source, target]));
    const label = `${cycle === undefined ? '' : `${cycle}: `}${output} → ${input}`;
    const arrow = carries(edge, recordsOf) ? (isCritical ? '==>' : '-->') : '-.->';
    return `  ${numbers.get(source)} ${arrow}|"${mermaidText(label)}"| ${numbers.get(target)}`;
  });
  return ['flowchart TB', ...boxes, ...lines, ...CLASSES.map((each) => `  ${each}`), ''].join('\n');
};

const outcomeOf = (own: readonly NodeRecord[]): NodeOutcome | undefined =>
  TELLING.find((outcome) => own.some((node) => node.outcome === outcome));

const factsOf = (own: readonly NodeRecord[], outcome: NodeOutcome | undefined): string => {
  // Its run ended before; or it was skipped before the run was resumed, which is not told again.
  if (outcome === undefined) return 'not run';
  if (outcome === 'skipped' || outcome === 'reused') return outcome;
  const executed = own.filter((node) => node.outcome !== 'skipped' && node.outcome !== 'reused');
  const ms = executed.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
  const attempts = executed.reduce((sum, node) => sum + node.attempts.length, 0);
  return [
    ...(outcome === 'completed' ? [] : [outcome]),
    durationText(ms),
    ...(executed.length > 1 ? [`${executed.length} iterations`] : []),
    ...(attempts > executed.length ? [`${attempts} attempts`] : []),
  ].join(', ');
};

/** Whether an edge has carried a value: a back edge is drawn as one that has not, as `Workflow.toMermaid` does. */
const carries = (
  { source, output, cycle }: RecordedEdge,
  recordsOf: ReadonlyMap<string, readonly NodeRecord[]>,
): boolean => {
  if (cycle !== undefined) return false;
  return (recordsOf.get(source) ?? []).some(
    ({ outcome, ports }) =>
      outcome === 'reused' || (outcome === 'completed' && ports?.includes(headOf(output)) !== false),
  );
};
