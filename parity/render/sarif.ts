import { createHash } from 'node:crypto';
import type { Finding, PairReport } from '../report-model.ts';
import type { Renderer, RuleText } from './renderer.ts';
import { signatureLines } from './signature-lines.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** The anchor of a check's page, below the home page that the package names. */
const helpUri = (homepage: string, id: string): string =>
  new URL(`parity/checks/${id}.md`, homepage.endsWith('/') ? homepage : `${homepage}/`).href;

const rule = (text: RuleText, homepage: string | null) => ({
  id: text.id,
  shortDescription: { text: text.title },
  fullDescription: { text: text.title },
  help: { text: text.page, markdown: text.page },
  ...(homepage === null ? {} : { helpUri: helpUri(homepage, text.id) }),
  defaultConfiguration: { level: 'error' },
});

/** A path as a relative URI: code scanning drops results whose URI is absolute. */
const relativeUri = (file: string): string => file.split('/').map(encodeURIComponent).join('/');

const location = (finding: Finding, pair: PairReport) => {
  const member = finding.member === '' ? pair.name : `${pair.name}.${finding.member}`;
  const logicalLocations = [{ fullyQualifiedName: member, kind: 'member' }];
  if (finding.file === null) return { logicalLocations };
  return {
    physicalLocation: {
      artifactLocation: { uri: relativeUri(finding.file), uriBaseId: '%SRCROOT%' },
      region: { startLine: finding.line ?? 1, startColumn: finding.column ?? 1 },
    },
    logicalLocations,
  };
};

const related = ({ counterpart }: Finding) =>
  counterpart
    ? {
        relatedLocations: [
          {
            id: 0,
            message: { text: 'The other side' },
            physicalLocation: {
              artifactLocation: { uri: relativeUri(counterpart.file), uriBaseId: '%SRCROOT%' },
              region: { startLine: counterpart.line, startColumn: counterpart.column },
            },
          },
        ],
      }
    : {};

/** Names a finding across runs: independent of lines, so that it survives edits above it. */
const fingerprint = (finding: Finding, pair: PairReport): string =>
  createHash('sha256')
    .update(JSON.stringify([pair.name, finding.check, finding.member, finding.side]))
    .digest('hex');

const result = (finding: Finding, pair: PairReport, rules: readonly RuleText[]) => {
  const ruleIndex = rules.findIndex((each) => each.id === finding.check);
  return {
    ruleId: finding.check,
    ...(ruleIndex === -1 ? {} : { ruleIndex }),
    level: 'error',
    message: { text: [finding.message, ...signatureLines(finding)].join('\n') },
    locations: [location(finding, pair)],
    ...related(finding),
    partialFingerprints: { 'lockstep/v1': fingerprint(finding, pair) },
    suppressions:
      finding.allowed === null
        ? []
        : [
            {
              kind: 'external',
              status: 'accepted',
              justification: finding.allowed.reason || 'no reason given',
            },
          ],
  };
};

/** Renders a report as SARIF 2.1.0: relative URIs, stable rule ids and fingerprints, allowed findings as suppressed results. */
export const renderSarif: Renderer = (report, { rules, version, homepage }) => {
  const driver = {
    name: 'lockstep',
    semanticVersion: version,
    ...(homepage === null ? {} : { informationUri: homepage }),
    rules: rules.map((each) => rule(each, homepage)),
  };
  const results = report.pairs.flatMap((pair) =>
    pair.findings.map((finding) => result(finding, pair, rules)),
  );
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`;
};
