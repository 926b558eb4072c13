import { exitCode, WRONG_CALL } from '../exit-code.ts';
import type { Finding, PairReport, Report } from '../report-model.ts';
import { placeText, sidePlaces } from './place-text.ts';
import { plain } from './plain-markdown.ts';
import type { Renderer } from './renderer.ts';
import { summary } from './summary.ts';

/** The first line of the comment, by which a later run finds it again and replaces it. */
export const COMMENT_MARKER = '<!-- lockstep:check -->';

/** Code in a fence that is longer than any run of backticks in it. */
const fenced = (text: string): string => {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}ts\n${text}\n${fence}\n`;
};

const oneLine = (text: string | null): string => (text ?? '(none)').replace(/\s*\r?\n\s*/g, ' ');

const details = (finding: Finding): string => {
  const place = placeText(finding);
  const where = place === '' ? '' : ` (${plain(place)})`;
  const line = `- **${finding.check}**${where}: ${plain(finding.message)}\n`;
  if (finding.syncSignature === null && finding.asyncSignature === null) return line;
  const places = sidePlaces(finding);
  const code = fenced(
    [
      `// sync ${places.sync}`.trimEnd(),
      oneLine(finding.syncSignature),
      `// async ${places.async}`.trimEnd(),
      oneLine(finding.asyncSignature),
    ].join('\n'),
  );
  return `${line}\n${code.replaceAll(/^(?=.)/gm, '  ')}\n`;
};

const row = (pair: PairReport): string => {
  const standing = pair.findings.filter((finding) => finding.allowed === null).length;
  const { compared, promisified, same, oneSided } = pair.members;
  const verdict = compared === 0 ? 'nothing compared' : standing === 0 ? 'in step' : 'drift';
  const cells = [
    plain(pair.name),
    verdict,
    standing,
    pair.findings.length - standing,
    compared,
    promisified,
    same,
    oneSided,
  ];
  return `| ${cells.join(' | ')} |\n`;
};

const pairDetails = (pair: PairReport): string => {
  const standing = pair.findings.filter((finding) => finding.allowed === null);
  if (standing.length === 0) return '';
  return `\n### ${plain(pair.name)}\n\n${plain(pair.sync)} and ${plain(pair.async)}\n\n${standing.map(details).join('')}`;
};

const allowedList = (report: Report): string => {
  const lines = report.pairs.flatMap((pair) =>
    pair.findings.flatMap((finding) => {
      if (finding.allowed === null) return [];
      const { reason, expires } = finding.allowed;
      const until = expires === undefined ? '' : ` (until ${expires})`;
      const what = finding.member === '' ? pair.name : `${pair.name}.${finding.member}`;
      return [`- ${plain(what)}, ${finding.check}: ${plain(reason || 'no reason given')}${until}\n`];
    }),
  );
  return lines.length === 0
    ? ''
    : `\n<details><summary>Allowed: ${lines.length}</summary>\n\n${lines.join('')}\n</details>\n`;
};

/** Renders a report for a pull request comment or a step summary; the first line is a hidden marker. */
export const renderMarkdown: Renderer = (report) => {
  const title = exitCode(report) === WRONG_CALL ? 'nothing was compared' : report.ok ? 'in step' : 'drift';
  const table =
    report.pairs.length === 0
      ? ''
      : `\n| Pair | Verdict | Findings | Allowed | Compared | Promisified | Same | One-sided |\n| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n${report.pairs.map(row).join('')}`;
  return `${COMMENT_MARKER}\n## Lockstep: ${title}\n\n${summary(report)}\n${table}${report.pairs.map(pairDetails).join('')}${allowedList(report)}`;
};
