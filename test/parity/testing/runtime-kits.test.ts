import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ParityError } from '../../../parity/testing/index.ts';
import { selectKits } from '../../../parity/testing/select-kits.ts';
import { LocalRuntime, WorkflowBuilder } from '../../../src/index.ts';
import { assertError, thrownBy } from '../../shared/runtime/assert-error.ts';
import { executeRuntime } from '../../shared/runtime/execute-runtime.ts';
import { kits } from '../../shared/runtime/kits.ts';

describe('TestSharedHarness', () => {
  test('test_every_side_runs_unless_one_is_named', () => {
    assert.deepEqual(
      selectKits(kits, undefined).map(({ id }) => id),
      ['sync', 'async'],
    );
    assert.deepEqual(
      selectKits(kits, '').map(({ id }) => id),
      ['sync', 'async'],
    );
    assert.deepEqual(
      selectKits(kits, 'async').map(({ id }) => id),
      ['async'],
    );
  });

  test('test_an_unknown_side_is_refused_and_not_run_as_nothing', async () => {
    const error = await thrownBy(() => selectKits(kits, 'asink'));
    assertError(error, ParityError, "'asink'", "'sync', 'async'", 'unset');
  });

  test('test_an_answer_of_the_wrong_colour_fails', async () => {
    // A runtime whose blocking method has drifted into a promise: `await` alone would not notice.
    class Drifted extends LocalRuntime {
      override execute(...args: Parameters<LocalRuntime['execute']>): never {
        return Promise.resolve(super.execute(...args)) as never;
      }
    }
    const workflow = new WorkflowBuilder().addNode('FunctionNode', 'f', { run: () => 1 }).build();
    const error = await thrownBy(() => executeRuntime(new Drifted(), workflow));
    assert.match(String(error), /wrong colour/);
  });

  test('test_a_call_that_succeeds_is_no_error', async () => {
    await assert.rejects(
      thrownBy(() => 1),
      /expected an error/,
    );
  });
});
