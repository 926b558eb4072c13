import type { History } from '../../parity/history-read.ts';
import type { HistoryRecord, RecordedPair } from '../../parity/history-record.ts';
import {
  coverageOf,
  sampleFinding,
  samplePair,
  sampleRecord,
  sampleTests,
} from '../parity/history-samples.ts';

const DAY = 86_400_000;
const START = Date.parse('2026-01-05T08:00:00.000Z');
const RUNS = 40;

const wave = (index: number, size: number): number => size * Math.sin(index / 3);

const findings: RecordedPair['findings'] = [
  {
    id: 'runtime/parameter-name/execute/async',
    check: 'parameter-name',
    member: 'execute',
    side: 'async',
    message:
      "The second parameter is 'settings' and is 'options' on the sync side. Rename it to 'options', so that documentation and named arguments fit both.",
  },
  sampleFinding,
];

const areaTitles = [
  'Conditional execution',
  'Enterprise features',
  'Error handling',
  'Resource management',
  'Analytics',
  'Monitoring',
  'Security',
  'Workflow execution',
  'Nodes',
];

const runtime = (index: number): RecordedPair => {
  const grown = index / RUNS;
  const sync = 93 + wave(index, 2);
  const async = 82 + 11 * grown + wave(index + 2, 1.5);
  return {
    ...samplePair,
    findings: [
      ...(index > 28 ? [findings[0] ?? sampleFinding] : []),
      ...(index > 8 && index < 15 ? findings : []),
      ...(index > 35 ? [sampleFinding] : []),
    ],
    allowed: [
      ...samplePair.allowed,
      ...(index < 12
        ? []
        : [
            {
              id: 'runtime/constructor-parameter/maxConcurrency/async',
              check: 'constructor-parameter',
              member: 'maxConcurrency',
              side: 'async' as const,
              reason: 'the sync runtime runs one node at a time, so that there is nothing to bound',
              expires: '2026-03-01',
            },
          ]),
    ],
    tests:
      index % 13 === 6
        ? null
        : {
            ...sampleTests,
            ok: index < 29,
            coverage: { sync: coverageOf(sync), async: coverageOf(async) },
            areas: areaTitles.map((area, place) => ({
              area,
              shared: Math.round((6 + ((place * 5) % 15)) * (0.4 + 0.6 * grown)),
              sync: 2 + ((place * 3) % 7),
              async: Math.round((1 + ((place * 3) % 6)) * (0.5 + grown)),
              branches:
                place === 0 ? { sync: coverageOf(sync).branches, async: coverageOf(async).branches } : null,
            })),
            shortfalls:
              index < 29
                ? []
                : [
                    {
                      kind: 'tests-apart' as const,
                      message:
                        'Monitoring: 12 on the sync side and 8 on the async side; the ratio must be at least 0.8. Add tests to the async side.',
                    },
                  ],
          },
  };
};

const store = (): RecordedPair => ({
  ...samplePair,
  name: 'a-pair-with-quite-a-long-name',
  sync: './src/store/persistent-key-value-store.ts#PersistentKeyValueStore',
  async: './src/store/async-persistent-key-value-store.ts#AsyncPersistentKeyValueStore',
  allowed: [],
  tests: null,
});

/** Forty days of two pairs, with drift, gaps in the measurement, an allowance near its end and an unreadable line. */
export const busyHistory: History = {
  records: Array.from({ length: RUNS }, (_, index): HistoryRecord => {
    const last = index === RUNS - 1;
    return {
      ...sampleRecord(),
      date: new Date(START + index * DAY).toISOString(),
      ok: false,
      pairs: index < 20 ? [runtime(index)] : [runtime(last ? RUNS : index), store()],
    };
  }),
  faults: [{ line: 17, message: 'It is left over from a merge conflict.' }],
};

/** One record, in step. */
export const freshHistory: History = { records: [sampleRecord()], faults: [] };
