import type { Connection, WorkflowContract } from '../../types/workflow.ts';

/**
 * A workflow as a Mermaid flowchart: switches are rhombs, merges circles, sub-workflows double boxes, back edges dotted.
 *
 * @see https://mermaid.js.org/syntax/flowchart.html
 */
export const mermaidOf = (workflow: WorkflowContract): string => {
  const numbers = new Map(workflow.nodes.map(({ id }, index) => [id, `n${index}`]));
  const nodes = workflow.nodes.map(
    ({ id, type }) => `  ${numbers.get(id)}${shape(type, `${escapeText(id)}<br/>${escapeText(type)}`)}`,
  );
  const edge = (arrow: string, label: (connection: Connection) => string) => (connection: Connection) =>
    `  ${numbers.get(connection.source)} ${arrow}|"${escapeText(label(connection))}"| ${numbers.get(connection.target)}`;
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

const shape = (type: string, label: string): string => {
  if (type.endsWith('SwitchNode')) return `{"${label}"}`;
  if (type.endsWith('MergeNode')) return `(("${label}"))`;
  return type === 'WorkflowNode' ? `[["${label}"]]` : `["${label}"]`;
};

// Mermaid reads `#name;` as an entity, also inside quotes, hands what is left to HTML, and takes a label in backticks as Markdown.
const escapeText = (text: string): string =>
  text.replace(/[#"<>&`|\n\r]/g, (character) => `#${character.codePointAt(0)};`);
