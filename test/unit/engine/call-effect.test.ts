import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { performAsync } from '../../../src/engine/async-driver.ts';
import { call } from '../../../src/engine/call.ts';
import type { Execution } from '../../../src/engine/effects.ts';
import { Mailbox } from '../../../src/engine/mailbox.ts';
import { performSync } from '../../../src/engine/sync-driver.ts';
import { CallColourError } from '../../../src/index.ts';
import { assertError, thrownBy } from '../../shared/runtime/assert-error.ts';

/** An execution that makes these calls one after another and gives what each answered. */
function* calling(...leaves: readonly (() => unknown)[]): Execution {
  const results: Record<string, { result: unknown }> = {};
  for (const [index, leaf] of leaves.entries()) {
    results[index] = { result: yield* call({ name: `leaf ${index}`, sync: leaf, async: leaf }) };
  }
  return { results, runId: '', skipped: [], status: 'completed' };
}

const fails = (): never => {
  throw new Error('no');
};

const callsBackAtOnce = (): unknown => ({
  // biome-ignore lint/suspicious/noThenProperty: a thenable of someone else's is what is tried
  then: (resolve: (value: unknown) => unknown) => [resolve('first'), resolve('second')],
});

describe('TestCallEffect', () => {
  test('test_the_sync_driver_calls_at_once', () => {
    const { results } = performSync(
      calling(
        () => 1,
        () => undefined,
      ),
      new Mailbox(),
    );
    assert.deepEqual(results, { 0: { result: 1 }, 1: { result: undefined } });
    assert.throws(() => performSync(calling(fails), new Mailbox()), /^Error: no$/);
  });

  test('test_the_sync_driver_refuses_a_promise', async () => {
    const rejects = () => Promise.reject(new Error('of no one'));
    const error = await thrownBy(() => performSync(calling(rejects), new Mailbox()));
    assertError(error, CallColourError, "'leaf 0'", 'AsyncLocalRuntime');
    await turn();
  });

  test('test_the_async_driver_awaits', async () => {
    const { results } = await performAsync(
      calling(
        async () => 1,
        () => 2,
        async () => {
          await turn();
          return 3;
        },
        callsBackAtOnce,
      ),
      new Mailbox(),
    );
    assert.deepEqual(results, {
      0: { result: 1 },
      1: { result: 2 },
      2: { result: 3 },
      3: { result: 'first' },
    });
    await assert.rejects(performAsync(calling(fails), new Mailbox()), /^Error: no$/);
    await assert.rejects(
      performAsync(
        calling(async () => fails()),
        new Mailbox(),
      ),
      /^Error: no$/,
    );
  });

  test('test_each_driver_calls_its_own_colour', async () => {
    function* coloured(): Execution {
      const result = yield* call({ name: 'both', sync: () => 'sync', async: async () => 'async' });
      return { results: { both: { result } }, runId: '', skipped: [], status: 'completed' };
    }
    const ofSync = performSync(coloured(), new Mailbox());
    const ofAsync = await performAsync(coloured(), new Mailbox());
    assert.deepEqual(
      [ofSync.results, ofAsync.results],
      [{ both: { result: 'sync' } }, { both: { result: 'async' } }],
    );
  });

  test('test_messages_that_come_during_a_call_are_kept_in_order', async () => {
    const mailbox = new Mailbox();
    const timers = [{}, {}, {}];
    function* listening(): Execution {
      yield* call({
        name: 'slow',
        sync: () => undefined,
        async: async () => {
          for (const timer of timers) {
            await turn();
            mailbox.post({ kind: 'rang', timer });
          }
        },
      });
      const heard: unknown[] = [];
      while (heard.length < timers.length) heard.push(yield { kind: 'wait' });
      return { results: { heard: { result: heard } }, runId: '', skipped: [], status: 'completed' };
    }
    const { results } = await performAsync(listening(), mailbox);
    assert.deepEqual(
      results.heard?.result,
      timers.map((timer) => ({ kind: 'rang', timer })),
    );
  });
});
