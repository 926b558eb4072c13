import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { InvalidOptionError, WorkflowBuilder } from '../../../src/index.ts';
import { assertError, thrownBy } from './assert-error.ts';
import { executeRuntimeWithRunId } from './execute-runtime.ts';
import { forEachSide } from './for-each-side.ts';
import { kits } from './kits.ts';
import { gives } from './sample-nodes.ts';
import { assertStillWorks } from './still-works.ts';

/** A bad option: its name and value, and what the message must say besides both. */
type BadOption = readonly [option: string, value: unknown, ...says: string[]];

const workflow = new WorkflowBuilder().addNode('FunctionNode', 'f', gives(1)).build();

const shared: readonly BadOption[] = [
  ['onError', 'ignore', "'stop'", "'skipDependents'", "'continue'"],
  ['timeoutMs', 0, 'greater than 0'],
  ['timeoutMs', -5, 'greater than 0'],
  ['timeoutMs', '100', 'number'],
  ['timeoutMs', Number.NaN, 'number'],
  ['timeoutMs', Number.POSITIVE_INFINITY, 'finite'],
  ['timeoutMs', 2 ** 31, 'up to 2147483647'],
];

const atConstruction: readonly BadOption[] = [
  ...shared,
  ['conditionalExecution', 'skip', "'route_data'", "'skip_branches'"],
  ['conditionalExecution', null, "'route_data'", "'skip_branches'"],
  ['contentAwareSuccess', 'yes', 'boolean'],
  ['enableCycles', 1, 'boolean'],
  ['retry', 3, 'object'],
];

const unknown: readonly BadOption[] = [
  ['conditionalExcution', 'skip_branches', "Did you mean 'conditionalExecution'?"],
  ['somethingElse', 1, "'conditionalExecution'", "'onError'"],
];

const retries: readonly BadOption[] = [
  ['maxAttempts', 0, 'from 1'],
  ['maxAttempts', 1.5, 'whole number'],
  ['delayMs', -1, 'from 0'],
  ['backoff', 'random', "'fixed'", "'linear'", "'exponential'"],
  ['multiplier', 0.5, 'from 1'],
  ['maxDelayMs', -1, 'from 0'],
  ['maxDelayMs', 2 ** 31, 'up to 2147483647'],
  ['maxAttemps', 3, 'unknown entry', 'Remove it'],
];

const ofTheRun: readonly BadOption[] = [
  ...shared,
  ['parameters', [1], 'object'],
  ['parameters', 'x', 'object'],
  ['timeoutMs', undefined, "'timeoutMs' is undefined: give a number."],
  ['signal', {}, 'AbortSignal'],
  ['paramters', {}, "Did you mean 'parameters'?"],
];

const nameOf = ([option, value]: BadOption): string => `${option}_${String(JSON.stringify(value))}`;

describe('TestSharedRuntimeOptions', () => {
  forEachSide(kits, ({ Runtime }, test) => {
    for (const bad of atConstruction) {
      const [option, value, ...says] = bad;
      test(`test_bad_option_${nameOf(bad)}_${String(value)}`, async () => {
        const error = await thrownBy(() => new Runtime({ [option]: value }));
        assertError(error, InvalidOptionError, option, String(value), ...says);
      });
    }

    for (const bad of unknown) {
      const [option, value, ...says] = bad;
      const mayDiffer = 'the refusal lists the options of the side, and the async side has one more';
      test(`test_bad_option_${nameOf(bad)}_${String(value)}`, { mayDiffer }, async () => {
        const error = await thrownBy(() => new Runtime({ [option]: value }));
        assertError(error, InvalidOptionError, option, String(value), ...says);
      });
    }

    for (const bad of retries) {
      const [option, value, ...says] = bad;
      test(`test_bad_retry_${nameOf(bad)}`, async () => {
        const error = await thrownBy(() => new Runtime({ retry: { maxAttempts: 2, [option]: value } }));
        assertError(error, InvalidOptionError, 'retry', option, ...says);
      });
    }

    for (const bad of ofTheRun) {
      const [option, value, ...says] = bad;
      test(`test_bad_run_option_${nameOf(bad)}_${String(value)}`, async () => {
        const runtime = new Runtime();
        const error = await thrownBy(() => executeRuntimeWithRunId(runtime, workflow, { [option]: value }));
        assertError(error, InvalidOptionError, option, ...says);
        await assertStillWorks(runtime);
      });
    }

    test('test_options_that_are_no_object', async () => {
      for (const options of ['fast', 3, null]) {
        const error = await thrownBy(() => Reflect.construct(Runtime, [options]));
        assertError(error, InvalidOptionError, String(options), 'object');
      }
    });

    test('test_every_option_at_its_default', async () => {
      const runtime = new Runtime({
        conditionalExecution: 'route_data',
        onError: 'stop',
        contentAwareSuccess: true,
        enableCycles: true,
        retry: { maxAttempts: 1 },
      });
      await assertStillWorks(runtime);
    });

    test('test_options_changed_after_construction_have_no_effect', () => {
      const options: { conditionalExecution: 'skip_branches' | 'route_data' } = {
        conditionalExecution: 'skip_branches',
      };
      const runtime = new Runtime(options);
      options.conditionalExecution = 'route_data';
      assert.equal(runtime.conditionalExecution, 'skip_branches');
    });
  });
});
