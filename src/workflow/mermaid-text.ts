/** A node's shape with its label, which is escaped already: switches are rhombs, merges circles, sub-workflows double boxes. */
export const mermaidShape = (type: string, label: string): string => {
  if (type.endsWith('SwitchNode')) return `{"${label}"}`;
  if (type.endsWith('MergeNode')) return `(("${label}"))`;
  return type === 'WorkflowNode' ? `[["${label}"]]` : `["${label}"]`;
};

/**
 * Text as a label holds it. Mermaid reads `#name;` as an entity, also inside quotes, hands what is left to HTML, and takes a label in
 * backticks as Markdown.
 */
export const mermaidText = (text: string): string =>
  text.replace(/[#"<>&`|\n\r]/g, (character) => `#${character.codePointAt(0)};`);
