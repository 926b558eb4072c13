import type { Connection, WorkflowContract } from '../../types/workflow.ts';
import { mermaidShape, mermaidText } from './mermaid-text.ts';

/**
 * A workflow as a Mermaid flowchart: switches are rhombs, merges circles, sub-workflows double boxes, back edges dotted.
 *
 * @see https://mermaid.js.org/syntax/flowchart.html
 */
export const mermaidOf = (workflow: WorkflowContract): string => {
  const numbers = new Map(workflow.nodes.map(({ id }, index) => [id, `n${index}`]));
  const nodes = workflow.nodes.map(
    ({ id, type }) =>
      `  ${numbers.get(id)}${mermaidShape(type, `${mermaidText(id)}<br/>${mermaidText(type)}`)}`,
  );
  const edge = (arrow: string, label: (connection: Connection) => string) => (connection: Connection) =>
    `  ${numbers.get(connection.source)} ${arrow}|"${mermaidText(label(connection))}"| ${numbers.get(connection.target)}`;
  const ports = ({ output, input }: Connection): string => `${output} → ${input}`;
  return [
    'flowchart TB',
    ...nodes,
    ...workflow.connections.map(edge('-->', ports)),
    ...workflow.cycles.flatMap((cycle) =>
      cycle.edges.map(edge('-.->', (each) => `${cycle.id}: ${ports(each)}`)),
    ),
    '',
  ].join('\n');
};
