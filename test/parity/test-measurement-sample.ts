import type { TestMeasurement } from '../../parity/test-measurement.ts';
import { coverageOf } from './history-samples.ts';

const side = { passed: 10, failed: 0, skipped: 0 };

/** What `lockstep test` leaves after a run of the pair `Store` without a shortfall. */
export const sampleMeasurement: TestMeasurement = {
  version: 1,
  date: '2026-01-01T07:59:00.000Z',
  commit: null,
  branch: null,
  report: {
    version: 1,
    ok: true,
    thresholds: { coverage: 85, difference: 5, testRatio: 0.8 },
    pairs: [
      {
        name: 'Store',
        sync: './src/store.ts#Store',
        async: './src/async-store.ts#AsyncStore',
        sides: {
          sync: { ...side, coverage: coverageOf(96) },
          async: { ...side, coverage: coverageOf(93) },
        },
        areas: [{ area: 'Reading', shared: 8, sync: 2, async: 2, branches: null }],
        members: [
          {
            member: 'get',
            sync: { called: true, branches: { total: 1, covered: 1 } },
            async: { called: true, branches: { total: 1, covered: 1 } },
          },
        ],
        shortfalls: [],
      },
    ],
  },
};
