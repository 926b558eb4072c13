import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runSuites } from './run-suite.ts';

/** A suite with one test of the given body. */
const one = (body: string, options = ''): string => `
forEachSide(kits, ({ id, Store }, test) => {
  test('it', ${options} async ({ observe }) => { ${body} });
});
`;

const rows: readonly {
  readonly name: string;
  readonly drift?: string;
  readonly body: string;
  readonly failed: readonly string[];
  readonly says?: RegExp;
}[] = [
  { name: 'alike', body: one("assert.equal(await new Store().set('a', 1), 1);"), failed: [] },
  {
    name: 'a_throw_and_a_reject_are_alike_and_so_are_the_names_of_the_sides',
    body: one("await assert.rejects(async () => new Store().set('', 1), RangeError);"),
    failed: [],
  },
  {
    name: 'a_static_factory_is_part_of_the_kit',
    body: one("const store = await Store.open(); await store.set('a', 1); assert.equal(store.size, 1);"),
    failed: [],
  },
  {
    name: 'another_value_although_both_pass',
    drift: 'async get(key) { return (await super.get(key)) ?? null; }',
    body: one("assert.equal((await new Store().get('a')) ?? undefined, undefined);"),
    failed: ['it[async]'],
    says: /parity failure: 'it' sees different sides: the answer of 'get'\s+sync: {2}answered undefined\s+async: answered null/,
  },
  {
    name: 'a_throw_that_should_be_a_rejection',
    drift:
      "set(key, value) { if (key === '') throw new RangeError('AsyncStore: a key is not empty'); return super.set(key, value); }",
    body: one(
      "const store = new Store(); await store.set('a', 1); await assert.rejects(async () => store.set('', 1));",
    ),
    failed: ['it[async]'],
    says: /threw before it gave a promise/,
  },
  {
    name: 'another_error_message',
    drift: "async set(key, value) { throw new RangeError('no'); }",
    body: one("await assert.rejects(async () => new Store().set('', 1), RangeError);"),
    failed: ['it[async]'],
    says: /the answer of 'set'/,
  },
  {
    name: 'another_order_of_events',
    drift: 'async set(key, value) { await super.set("x", 0); return super.set(key, value); }',
    body: one("const store = new Store(); store.on(() => {}); await store.set('a', 1);"),
    failed: ['it[async]'],
    says: /event 1 of 'on'\s+sync: {2}callback \["a"\]\s+async: callback \["x"\]/,
  },
  {
    name: 'another_item_of_an_iterator',
    drift: "async *keys() { yield 'z'; }",
    body: one(
      "const store = new Store(); await store.set('a', 1); for await (const key of store.keys()) void key;",
    ),
    failed: ['it[async]'],
    says: /event 1 of 'keys'\s+sync: {2}item "a"\s+async: item "z"/,
  },
  {
    name: 'another_side_effect',
    body: one("await new Store().set('a', 1); observe('the log', [id]);"),
    failed: ['it[async]'],
    says: /the answer of 'the log'\s+sync: {2}answered \["sync"\]\s+async: answered \["async"\]/,
  },
  {
    name: 'a_difference_that_the_test_declares',
    body: one("await new Store().set('a', 1); observe('the log', [id]);", "{ mayDiffer: 'it is the id' },"),
    failed: [],
  },
  {
    name: 'passes_on_the_sync_side_only',
    body: one("await new Store().set('a', 1); assert.equal(id, 'sync');"),
    failed: ['it[async]'],
    says: /parity failure: 'it' passes on the sync side and fails on the async side/,
  },
  {
    name: 'passes_on_the_async_side_only',
    body: one("await new Store().set('a', 1); assert.equal(id, 'async');"),
    failed: ['it[sync]', 'it[async]'],
    says: /parity failure: 'it' passes on the async side and fails on the sync side/,
  },
  {
    name: 'exists_on_one_side_only',
    body: "forEachSide(kits, ({ id, Store }, test) => { if (id === 'sync') test('it', () => new Store()); test('both', () => new Store()); });",
    failed: ['it[async]'],
    says: /parity failure: 'it' is declared on the sync side only/,
  },
  {
    name: 'the_class_of_a_side_is_used_directly',
    body: one("new Store(); new AsyncStore().get('a');"),
    failed: ['it[sync]', 'it[async]'],
    says: /'it\[async\]' uses 'get' of a AsyncStore that it did not get from its kit/,
  },
  {
    name: 'nothing_of_the_kit_is_used',
    body: one('assert.ok(true);'),
    failed: ['it[sync]', 'it[async]'],
    says: /uses nothing of its kit/,
  },
  {
    name: 'a_promise_on_the_sync_side',
    body: "forEachSide([{ id: 'sync', Store: AsyncStore }, { id: 'async', Store: AsyncStore }], ({ Store }, test) => { test('it', async () => { await new Store().get('a'); }); });",
    failed: ['it[sync]', 'it[async]'],
    says: /'get' gave a promise on the sync side/,
  },
  {
    name: 'declared_for_one_side',
    body: "forEachSide(kits, ({ Store }, test) => { test.syncOnly('it', 'it blocks', () => { new Store(); }); test.asyncOnly('that', 'it waits', () => { new Store(); }); });",
    failed: [],
    says: /sync only: it blocks[\s\S]*async only: it waits/,
  },
];

const refused = [
  { name: 'no test', body: 'forEachSide(kits, () => {});', says: /declares no test/ },
  {
    name: 'no reason',
    body: "forEachSide(kits, (kit, test) => test.syncOnly('it', ' ', () => {}));",
    says: /without a reason/,
  },
  {
    name: 'one name twice',
    body: "forEachSide(kits, (kit, test) => { test('a', () => {}); test('a', () => {}); });",
    says: /declared twice/,
  },
];

describe('TestForEachSide', () => {
  const runs = runSuites([...rows, ...refused]);

  for (const { name, failed, says } of rows) {
    test(`test_${name}`, () => {
      const run = runs.get(name);
      assert.deepEqual(run?.failed, failed, run?.text);
      assert.equal(run?.passed, failed.length === 0);
      if (says !== undefined) assert.match(run?.text ?? '', says);
    });
  }

  for (const { name, says } of refused) {
    test(`test_${name.replaceAll(' ', '_')}_is_refused`, () => {
      assert.equal(runs.get(name)?.passed, false);
      assert.match(runs.get(name)?.text ?? '', says);
    });
  }

  test('test_one_side_alone', () => {
    const body = one("await new Store().set('a', 1);");
    const run = runSuites([{ name: 'alone', body }], 'async').get('alone');
    assert.ok(run?.passed);
    assert.match(run.text, /^ {4}ok 1 - it\[async\]$/m);
    assert.doesNotMatch(run.text, /\[sync\]/);
  });
});
