import type {
  HistoryRecord,
  RecordedFinding,
  RecordedPair,
  RecordedTests,
} from '../../parity/history-record.ts';
import type { Coverage } from '../../parity/test-model.ts';

/** Coverage in which every metric has the given percentage. */
export const coverageOf = (percent: number): Coverage => {
  const share = { total: 1000, covered: Math.round(percent * 10) };
  return { branches: share, lines: share, functions: share };
};

/** Tests without a shortfall, 95 % covered on the sync side and 94 % on the async one. */
export const sampleTests: RecordedTests = {
  ok: true,
  thresholds: { coverage: 85, difference: 5, testRatio: 0.8 },
  coverage: { sync: coverageOf(95), async: coverageOf(94) },
  passed: { sync: 83, async: 84 },
  failed: { sync: 0, async: 0 },
  areas: [
    {
      area: 'Conditional execution',
      shared: 20,
      sync: 10,
      async: 10,
      branches: { sync: coverageOf(96).branches, async: coverageOf(92).branches },
    },
    { area: 'Error handling', shared: 20, sync: 8, async: 8, branches: null },
    { area: 'Analytics', shared: 8, sync: 3, async: 4, branches: null },
  ],
  members: [
    {
      member: 'execute',
      sync: { called: true, branches: { total: 4, covered: 3 } },
      async: { called: false, branches: { total: 4, covered: 0 } },
    },
    { member: 'close', sync: null, async: { called: true, branches: { total: 0, covered: 0 } } },
  ],
  shortfalls: [],
};

/** A finding: the async side lacks a method. */
export const sampleFinding: RecordedFinding = {
  id: 'runtime/missing-member/close/async',
  check: 'missing-member',
  member: 'close',
  side: 'async',
  message: "AsyncLocalRuntime lacks 'close'. Add it.",
};

/** A pair in step. */
export const samplePair: RecordedPair = {
  name: 'runtime',
  sync: './src/runtime/local-runtime.ts#LocalRuntime',
  async: './src/runtime/async-local-runtime.ts#AsyncLocalRuntime',
  members: { compared: 20, promisified: 12, same: 7, oneSided: 1 },
  findings: [],
  allowed: [
    {
      id: 'runtime/uncontracted-member/executeWorkflowAsync/async',
      check: 'uncontracted-member',
      member: 'executeWorkflowAsync',
      side: 'async',
      reason: 'shorthand for callers in an event loop',
      expires: null,
    },
  ],
  tests: sampleTests,
};

/** A record in step, on the given day. */
export const sampleRecord = (day = '2026-01-01', change: Partial<HistoryRecord> = {}): HistoryRecord => ({
  version: 1,
  date: `${day}T08:00:00.000Z`,
  commit: '0123456789abcdef0123456789abcdef01234567',
  branch: 'main',
  kind: 'report',
  ok: true,
  testsMeasured: {
    date: `${day}T07:59:00.000Z`,
    commit: '0123456789abcdef0123456789abcdef01234567',
    branch: 'main',
  },
  pairs: [samplePair],
  ...change,
});
