import { COVERAGE_NOTE } from './report-coverage-rows.ts';
import { percent, points } from './report-numbers.ts';
import type { AreaCounts, Coverage, PairTests, TestReport } from './test-model.ts';
import { percentOf, pointsApart, sumOfAreas, testGap } from './test-shares.ts';
import { shortfallText } from './test-shortfall-text.ts';

type Row = readonly string[];

/** Rows in columns: the first to the left, numbers to the right. */
const table = (rows: readonly Row[]): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
};

const exportName = (source: string): string => source.split('#').at(-1) ?? source;

const areaRow = (counts: AreaCounts): Row => [
  counts.area,
  String(counts.sync),
  String(counts.async),
  String(counts.shared),
  percent(testGap(counts)),
];

const metricRow = ({ sides: { sync, async } }: PairTests, metric: keyof Coverage): Row => [
  `Coverage of ${metric}`,
  percent(percentOf(sync.coverage[metric])),
  percent(percentOf(async.coverage[metric])),
  points(pointsApart(sync.coverage[metric], async.coverage[metric])),
];

const areaBranchesRow = ({ area, branches }: AreaCounts): readonly Row[] =>
  branches === null
    ? []
    : [
        [
          `  of ${area}`,
          percent(percentOf(branches.sync)),
          percent(percentOf(branches.async)),
          points(pointsApart(branches.sync, branches.async)),
        ],
      ];

const pairText = (pair: PairTests): string => {
  const [sync, async] = [exportName(pair.sync), exportName(pair.async)];
  const { sides, shortfalls } = pair;
  const lines = [
    `${pair.name}: ${sides.sync.passed} tests passed on ${sync}, ${sides.async.passed} on ${async}`,
    '',
    ...table([
      ['Feature area', sync, async, 'Shared', 'Gap'],
      ...pair.areas.map(areaRow),
      areaRow(sumOfAreas(pair.areas)),
    ]),
    '',
    ...table([
      ['', sync, async, 'Apart'],
      metricRow(pair, 'branches'),
      ...pair.areas.flatMap(areaBranchesRow),
      metricRow(pair, 'functions'),
      metricRow(pair, 'lines'),
    ]),
    COVERAGE_NOTE,
    '',
    shortfalls.length === 0
      ? 'Both sides are tested equally.'
      : `Not tested equally, for ${shortfalls.length} reason${shortfalls.length === 1 ? '' : 's'}:`,
    ...shortfalls.map((each) => `  ${shortfallText(each).replaceAll('\n', '\n  ')}`),
  ];
  return `${lines.join('\n')}\n`;
};

/** The outcome of `lockstep test` for a terminal: the strategy's table of areas, coverage, and what falls short. */
export const renderTestText = ({ pairs }: TestReport): string => pairs.map(pairText).join('\n');
