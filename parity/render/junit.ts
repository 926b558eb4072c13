import type { Finding, PairReport } from '../report-model.ts';
import { placeText } from './place-text.ts';
import type { Renderer } from './renderer.ts';
import { signatureLines } from './signature-lines.ts';
import { count } from './summary.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

/** Escapes for attributes and text alike; characters that XML 1.0 forbids become U+FFFD. */
const xml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 forbids.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"\n]/g, (character) => ESCAPES[character] ?? character);

const testCase = (pair: PairReport, finding: Finding): string => {
  const name = xml(`${finding.member === '' ? pair.name : finding.member} ${finding.check}`);
  const open = `    <testcase classname="${xml(pair.name)}" name="${name}"${finding.file === null ? '' : ` file="${xml(finding.file)}"`}>`;
  if (finding.allowed !== null) {
    return `${open}\n      <skipped message="${xml(`allowed: ${finding.allowed.reason || 'no reason given'}`)}"/>\n    </testcase>\n`;
  }
  const details = [placeText(finding), finding.message, ...signatureLines(finding)].filter(
    (line) => line !== '',
  );
  const failure = `<failure type="${xml(finding.check)}" message="${xml(finding.message)}">${xml(details.join('\n'))}</failure>`;
  return `${open}\n      ${failure}\n    </testcase>\n`;
};

const suite = (pair: PairReport): string => {
  const standing = pair.findings.filter((finding) => finding.allowed === null).length;
  const skipped = pair.findings.length - standing;
  const compared = count(pair.members.compared, 'member');
  const nothing =
    pair.members.compared === 0 ? '<failure type="nothing-compared" message="no member was compared"/>' : '';
  const whole = `    <testcase classname="${xml(pair.name)}" name="${compared} compared">${nothing}</testcase>\n`;
  const failures = standing + (nothing === '' ? 0 : 1);
  const open = `  <testsuite name="${xml(pair.name)}" tests="${pair.findings.length + 1}" failures="${failures}" errors="0" skipped="${skipped}" time="0">\n`;
  return `${open}${whole}${pair.findings.map((finding) => testCase(pair, finding)).join('')}  </testsuite>\n`;
};

/** Renders a report as JUnit XML: a suite a pair, a case a finding, allowed findings as skipped. */
export const renderJunit: Renderer = (report) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="lockstep">\n${report.pairs.map(suite).join('')}</testsuites>\n`;
