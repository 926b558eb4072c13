import type { RecordedShortfall } from './history-record.ts';
import { daysBetween } from './history-since.ts';
import type { PairStanding, Standing } from './report-standing.ts';

/** How long before its last day an allowance is called to mind, in days. */
const NOTICE = 30;

/** How many members a recommendation names before it stops. */
const NAMED = 5;

const names = (members: readonly string[]): string => {
  const distinct = [...new Set(members.filter((member) => member !== ''))];
  if (distinct.length === 0) return '';
  const rest = distinct.length - NAMED;
  const list = distinct
    .slice(0, NAMED)
    .map((member) => `'${member}'`)
    .join(', ');
  return ` (${list}${rest > 0 ? ` and ${rest} more` : ''})`;
};

const aboutFindings = ({ name, findings }: PairStanding): readonly string[] =>
  [...new Set(findings.map(({ check }) => check))].map((check) => {
    const found = findings.filter((finding) => finding.check === check);
    const times = found.length === 1 ? 'the finding' : `the ${found.length} findings`;
    return `Mend ${times} of ${check} in pair '${name}'${names(found.map(({ member }) => member))}: 'lockstep explain ${check}' says how.`;
  });

/** The first shortfalls of each kind, as one broken suite can bring hundreds, and how many more there are. */
export const fewOfEachKind = (shortfalls: readonly RecordedShortfall[]): readonly string[] =>
  [...new Set(shortfalls.map(({ kind }) => kind))].flatMap((kind) => {
    const texts = shortfalls.filter((each) => each.kind === kind).map(({ message }) => message);
    const rest = texts.length - NAMED;
    const more = `${rest} more ${rest === 1 ? 'shortfall' : 'shortfalls'} of the kind ${kind}: 'lockstep test' lists them.`;
    return rest > 0 ? [...texts.slice(0, NAMED), more] : texts;
  });

const aboutTests = ({ name, tests }: PairStanding): readonly string[] => {
  if (tests === null) return [`Measure the tests of pair '${name}': run 'lockstep test'.`];
  return fewOfEachKind(tests.shortfalls).map((text) => `Pair '${name}': ${text}`);
};

const aboutAllowances = ({ name, allowed }: PairStanding, date: string): readonly string[] =>
  allowed.flatMap(({ check, member, expires }) => {
    if (expires === null || daysBetween(date, `${expires}T23:59:59.999Z`) > NOTICE) return [];
    const what = member === '' ? `'${name}'` : `'${name}.${member}'`;
    return [
      `Decide on ${what}: its allowance for ${check} ends on ${expires}. Mend it, or give it a later day.`,
    ];
  });

const aboutMeasurement = ({ commit, testsMeasured }: Standing): readonly string[] =>
  testsMeasured === null || testsMeasured.commit === commit
    ? []
    : [
        `Measure the tests again: they were measured on ${testsMeasured.commit?.slice(0, 10) ?? 'an unknown revision'}, not on this one. Run 'lockstep test'.`,
      ];

/** What to do next, the gravest first; empty when nothing is to be done. Every sentence follows from a fact of the standing. */
export const recommendations = (standing: Standing): readonly string[] => [
  ...standing.pairs.flatMap(aboutFindings),
  ...standing.pairs.flatMap(aboutTests),
  ...aboutMeasurement(standing),
  ...standing.pairs.flatMap((pair) => aboutAllowances(pair, standing.date)),
];
