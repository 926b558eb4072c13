import pico from 'picocolors';
import type { Finding, PairReport } from '../report-model.ts';
import { placeText, sidePlaces } from './place-text.ts';
import type { Renderer } from './renderer.ts';
import { summary } from './summary.ts';

type Colors = ReturnType<typeof pico.createColors>;

const signature = (side: string, text: string | null, place: string, colors: Colors): string => {
  const [first = '', ...more] = (text ?? '(none)').split(/\r?\n/);
  const lines = [`${first}${place === '' ? '' : `  ${colors.dim(place)}`}`, ...more];
  return lines.map((line, index) => `    ${(index === 0 ? side : '').padEnd(7)}${line}`).join('\n');
};

const finding = (pair: PairReport, each: Finding, colors: Colors): string => {
  const place = placeText(each) || `(${pair.name})`;
  const head = `${colors.cyan(place)} - ${colors.red('error')} ${colors.dim(`lockstep(${each.check}):`)} ${each.message}`;
  if (each.syncSignature === null && each.asyncSignature === null) return `${head}\n`;
  const places = sidePlaces(each);
  const sync = signature('sync', each.syncSignature, places.sync, colors);
  return `${head}\n${sync}\n${signature('async', each.asyncSignature, places.async, colors)}\n`;
};

const pairText = (pair: PairReport, colors: Colors): string => {
  const standing = pair.findings.filter((each) => each.allowed === null);
  if (standing.length === 0) return '';
  const title = `${colors.bold(pair.name)} ${colors.dim(`(${pair.sync} | ${pair.async})`)}\n\n`;
  return `${title}${standing.map((each) => `${finding(pair, each, colors)}\n`).join('')}`;
};

/** Renders a report for people: the findings by pair, one line of summary last. `file:line:column` comes first, as in `tsc`. */
export const renderText: Renderer = (report, { color }) => {
  const colors = pico.createColors(color);
  const verdict = report.ok ? colors.green(summary(report)) : colors.red(summary(report));
  return `${report.pairs.map((pair) => pairText(pair, colors)).join('')}${verdict}\n`;
};
