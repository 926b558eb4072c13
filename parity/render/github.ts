import type { Renderer } from './renderer.ts';
import type { Located } from './select-findings.ts';
import { worstFirst } from './select-findings.ts';
import { signatureLines } from './signature-lines.ts';
import { count, summary } from './summary.ts';

/** GitHub shows no more annotations of one level for one step. */
const ANNOTATIONS_PER_LEVEL = 10;

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

const annotation = ({ pair, finding }: Located): string => {
  const properties = [
    ...(finding.file === null ? [] : [['file', finding.file]]),
    ...(finding.line === null ? [] : [['line', `${finding.line}`]]),
    ...(finding.column === null ? [] : [['col', `${finding.column}`]]),
    ['title', `lockstep(${finding.check})`],
  ].map(([name, value]) => `${name}=${escapeProperty(value ?? '')}`);
  const message = [`${pair.name}: ${finding.message}`, ...signatureLines(finding)].join('\n');
  return `::error ${properties.join(',')}::${escapeData(message)}\n`;
};

/**
 * Renders a report as GitHub Actions annotations: the ten gravest findings, as GitHub shows no more a step, and a line
 * that says how many are left for the step summary.
 */
export const renderGithub: Renderer = (report, { rules }) => {
  const found = worstFirst(
    report,
    rules.map((rule) => rule.id),
  );
  const rest = found.length - ANNOTATIONS_PER_LEVEL;
  const more = rest > 0 ? `${count(rest, 'more finding')}: see the summary of this step.\n` : '';
  return `${found.slice(0, ANNOTATIONS_PER_LEVEL).map(annotation).join('')}${more}${escapeData(summary(report))}\n`;
};
