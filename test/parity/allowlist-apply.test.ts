import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyAllowlist } from '../../parity/allowlist-apply.ts';
import type { AllowEntry } from '../../parity/config.ts';
import { exitCode } from '../../parity/exit-code.ts';
import type { PlacedEntry } from '../../parity/placed-entry.ts';
import { finding, pair, report } from './render/sample-report.ts';

const FACTS = {
  pairs: ['Store', 'Queue'],
  checks: ['parameter-name', 'missing-member'],
  today: '2026-06-15',
};

const entry = (given: Partial<AllowEntry> = {}): PlacedEntry => ({
  entry: { pair: 'Store', member: 'get', check: 'parameter-name', reason: 'public since 1.0', ...given },
  file: 'lockstep.config.ts',
  line: null,
  column: null,
});

const apply = (entries: readonly PlacedEntry[], findings = [finding()]) => {
  const applied = applyAllowlist(report(pair(findings)), entries, FACTS);
  const all = applied.pairs.flatMap((each) => each.findings);
  const standing = all.filter(({ allowed }) => allowed === null);
  return {
    applied,
    all,
    standing: standing.map(({ check }) => check),
    messages: standing.map(({ message }) => message),
  };
};

test('an entry covers all findings of its pair, member and check, on its side or on either', () => {
  for (const side of [undefined, 'async'] as const) {
    const { applied, all } = apply([entry({ side })], [finding(), finding({ line: 9 })]);
    assert.equal(exitCode(applied), 0);
    assert.deepEqual(
      all.map(({ allowed }) => allowed),
      [{ reason: 'public since 1.0' }, { reason: 'public since 1.0' }],
    );
  }
});

for (const other of [
  { member: 'set' },
  { check: 'missing-member' },
  { side: 'sync' },
  { pair: 'Queue' },
] as const) {
  test(`an entry for another ${Object.keys(other).join()} covers nothing`, () => {
    assert.ok(apply([entry(other)]).standing.includes('parameter-name'));
  });
}

test('without entries the report comes back as it is', () => {
  const given = report(pair([finding()]));
  assert.deepEqual(applyAllowlist(given, [], FACTS), given);
});

test('an entry that covers nothing is stale', () => {
  const { standing, messages } = apply([entry()], []);
  assert.deepEqual(standing, ['stale-exemption']);
  assert.equal(
    messages[0],
    "The allowlist entry for 'parameter-name' on Store.get covers nothing: there is no such finding. Remove the entry.",
  );
});

test('an entry without a reason covers, and fails itself', () => {
  for (const reason of ['', ' \n']) {
    const { applied, standing } = apply([entry({ reason })]);
    assert.deepEqual(standing, ['unexplained-exemption']);
    assert.equal(exitCode(applied), 1);
  }
});

test('an entry holds on its last day, and no longer', () => {
  assert.deepEqual(apply([entry({ expires: '2026-06-15' })]).standing, []);
  const { standing, messages } = apply([entry({ expires: '2026-06-14' })]);
  assert.deepEqual(standing, ['parameter-name', 'expired-exemption']);
  assert.match(messages[1] ?? '', /expired on 2026-06-14\. Mend the drift, or set a later day/);
});

test('the second of two entries for one finding is a duplicate that names the first', () => {
  const first = { ...entry(), line: 12 };
  const { standing, messages } = apply([first, entry({ side: 'async' })]);
  assert.deepEqual(standing, ['duplicate-exemption']);
  assert.match(messages[0] ?? '', /in lockstep\.config\.ts:12\. Remove one of the two\.$/);
  assert.deepEqual(apply([entry({ side: 'sync' }), entry({ side: 'async' })]).standing, ['stale-exemption']);
});

test('an unknown pair or check is a finding that suggests the known one', () => {
  const unknownPair = apply([entry(), entry({ pair: 'Stor' })]);
  assert.deepEqual(unknownPair.standing, ['unknown-exemption']);
  assert.match(unknownPair.messages[0] ?? '', /'Stor'.*Did you mean 'Store'\?$/);
  const unknownCheck = apply([entry(), entry({ check: 'parameter-nam' })]);
  assert.deepEqual(unknownCheck.standing, ['unknown-exemption']);
  assert.match(unknownCheck.messages[0] ?? '', /Did you mean 'parameter-name'\?$/);
});

test('an entry of a pair that was not compared is not judged', () => {
  assert.deepEqual(apply([entry(), entry({ pair: 'Queue', reason: '' })]).standing, []);
});

test('what is wrong with the allowlist cannot be allowed', () => {
  const { standing } = apply([
    entry(),
    entry({ member: 'gone' }),
    entry({ member: 'gone', check: 'stale-exemption' }),
  ]);
  assert.deepEqual(standing, ['stale-exemption', 'unknown-exemption']);
});
