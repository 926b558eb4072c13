import type { RenderContext } from '../../../parity/render/renderer.ts';
import type { Finding, PairReport, Report } from '../../../parity/report-model.ts';

/** A finding to vary. */
export const finding = (given: Partial<Finding> = {}): Finding => ({
  check: 'parameter-name',
  member: 'get',
  side: 'async',
  message: "Parameter 1 is 'key' on the sync side and 'name' here. Rename it to 'key'.",
  syncSignature: 'get(key: string): string',
  asyncSignature: 'get(name: string): Promise<string>',
  file: 'src/async-store.ts',
  line: 7,
  column: 3,
  counterpart: { file: 'src/store.ts', line: 4, column: 3 },
  allowed: null,
  ...given,
});

/** A pair with findings. */
export const pair = (findings: readonly Finding[], given: Partial<PairReport> = {}): PairReport => ({
  name: 'Store',
  sync: './src/store.ts#Store',
  async: './src/async-store.ts#AsyncStore',
  members: { compared: 5, promisified: 3, same: 1, oneSided: 1 },
  findings,
  ...given,
});

/** A report of pairs; `ok` follows from the findings. */
export const report = (...pairs: readonly PairReport[]): Report => ({
  version: 1,
  ok: pairs.every((each) => each.findings.every(({ allowed }) => allowed !== null)),
  pairs,
});

/** A report with all that a format has to show: drift, an allowed finding, a missing side, no place at all. */
export const drifted = report(
  pair([
    finding(),
    finding({
      check: 'missing-member',
      member: 'close',
      message: "AsyncStore has no 'close'. Add it, or allow it with a reason.",
      syncSignature: 'close(): void',
      asyncSignature: null,
      line: 3,
      column: 14,
      counterpart: { file: 'src/store.ts', line: 9, column: 3 },
    }),
    finding({
      check: 'uncontracted-member',
      member: 'many',
      message: "Store has no 'many'.",
      syncSignature: null,
      asyncSignature: 'many(): Promise<readonly string[]>',
      counterpart: null,
      allowed: { reason: 'needs an event loop', expires: '2999-12-31' },
    }),
    finding({
      check: 'stale-exemption',
      member: 'gone',
      message: "The allowlist entry for 'parameter-name' on Store.gone covers nothing.",
      syncSignature: null,
      asyncSignature: null,
      file: 'lockstep.config.ts',
      line: null,
      column: null,
      counterpart: null,
    }),
  ]),
  pair([], { name: 'Queue', sync: './src/queue.ts#Queue', async: './src/queue.ts#AsyncQueue' }),
);

/** A context without colour. */
export const context: RenderContext = {
  color: false,
  version: '1.2.3',
  homepage: 'https://example.com/lockstep',
  rules: ['missing-member', 'uncontracted-member', 'parameter-name', 'stale-exemption'].map((id) => ({
    id,
    title: `The check ${id}`,
    page: `# ${id}\n\nThe check ${id}.\n`,
  })),
};
