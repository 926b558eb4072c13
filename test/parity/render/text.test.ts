import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderText } from '../../../parity/render/text.ts';
import { context, drifted, finding, pair, report } from './sample-report.ts';

test('text is grouped by pair, shows both signatures and both places, and ends with the summary', () => {
  assert.equal(
    renderText(drifted, context),
    `Store (./src/store.ts#Store | ./src/async-store.ts#AsyncStore)

src/async-store.ts:7:3 - error lockstep(parameter-name): Parameter 1 is 'key' on the sync side and 'name' here. Rename it to 'key'.
    sync   get(key: string): string  src/store.ts:4:3
    async  get(name: string): Promise<string>  src/async-store.ts:7:3

src/async-store.ts:3:14 - error lockstep(missing-member): AsyncStore has no 'close'. Add it, or allow it with a reason.
    sync   close(): void  src/store.ts:9:3
    async  (none)  src/async-store.ts:3:14

lockstep.config.ts - error lockstep(stale-exemption): The allowlist entry for 'parameter-name' on Store.gone covers nothing.

Drift: 3 findings, 1 allowed. 10 members compared in 2 pairs (6 promisified, 2 the same, 2 one-sided).
`,
  );
});

test('text of pairs in step is the summary alone', () => {
  assert.equal(
    renderText(report(pair([])), context),
    'In step. 5 members compared in 1 pair (3 promisified, 1 the same, 1 one-sided).\n',
  );
});

test('text never says in step when nothing was compared', () => {
  const members = { compared: 0, promisified: 0, same: 0, oneSided: 0 };
  assert.equal(renderText(report(pair([], { members })), context), "Nothing to compare in pair 'Store'.\n");
  assert.equal(renderText(report(), context), 'Nothing to compare: no pair.\n');
});

test('a finding on the sync side puts its own place beside the sync signature', () => {
  const text = renderText(report(pair([finding({ side: 'sync' })])), context);
  assert.match(text, /sync {3}get\(key: string\): string {2}src\/async-store\.ts:7:3\n/);
  assert.match(text, /async {2}get\(name: string\): Promise<string> {2}src\/store\.ts:4:3\n/);
});

test('colour is there when asked for, and only then', () => {
  const csi = '\u001b[';
  assert.ok(renderText(drifted, { ...context, color: true }).includes(csi));
  assert.ok(!renderText(drifted, context).includes(csi));
});
