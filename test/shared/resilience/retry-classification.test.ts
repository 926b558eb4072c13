import assert from 'node:assert/strict';
import { describe } from 'node:test';
import {
  ErrorPredicateError,
  InvalidConfigError,
  InvalidOptionError,
  SerializationError,
  Workflow,
  WorkflowBuilder,
  WorkflowExecutionError,
} from '../../../src/index.ts';
import type { ErrorMatcher, RetryPolicy } from '../../../types/index.ts';
import { assertError, thrownBy } from '../runtime/assert-error.ts';
import { collectEvents } from '../runtime/collect-events.ts';
import { executeRuntimeWithRunId } from '../runtime/execute-runtime.ts';
import { forEachSide } from '../runtime/for-each-side.ts';
import { kits } from '../runtime/kits.ts';
import { fails, failsFirst } from '../runtime/sample-nodes.ts';
import { failingRun } from '../runtime/still-works.ts';
import { paths } from './paths.ts';

class RateLimitError extends Error {}
class BurstError extends RateLimitError {}
const reset = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
const wrapped = new TypeError('fetch failed', { cause: reset });
const nameless = new Proxy(new Error('x'), {
  get: () => {
    throw new Error('not to be read');
  },
});

const matching: readonly [name: string, error: unknown, matcher: ErrorMatcher, isRetried: boolean][] = [
  ['class', new RateLimitError('slow'), 'RateLimitError', true],
  ['class_it_extends', new BurstError('slow'), 'RateLimitError', true],
  ['class_that_extends_it', new RateLimitError('slow'), 'BurstError', false],
  ['code', reset, 'ECONNRESET', true],
  ['code_of_a_cause', wrapped, 'ECONNRESET', true],
  ['other_code', reset, 'ETIMEDOUT', false],
  ['message', new Error('Rate limit hit, wait'), { message: '*limit*' }, true],
  ['message_whole', new Error('Rate limit hit'), { message: 'limit' }, false],
  ['message_ends', new Error('Rate limit'), { message: 'Rate*rate limit' }, false],
  ['all_of_a_pattern', wrapped, { name: 'TypeError', code: 'ECONNRESET' }, false],
  ['name_and_message', wrapped, { name: 'TypeError', message: 'fetch*' }, true],
  ['predicate', Object.assign(new Error('no'), { status: 503 }), (e) => Object(e).status === 503, true],
  ['predicate_says_no', new Error('no'), () => false, false],
  ['a_string_thrown', 'down', { message: "'down'" }, true],
  ['nothing_thrown', undefined, 'Error', false],
  ['what_cannot_be_read', nameless, 'Error', true],
];

describe('TestSharedRetryClassification', () => {
  forEachSide(kits, ({ Runtime }, test) => {
    const attemptsOf = async (retry: RetryPolicy, error: unknown): Promise<number | undefined> => {
      const workflow = new WorkflowBuilder().addNode('FunctionNode', 'f', { ...fails(error), retry }).build();
      const { events } = await collectEvents(new Runtime(), workflow);
      return events.find((event) => event.type === 'nodeFailed')?.attempts;
    };

    for (const [name, error, matcher, retried] of matching) {
      const isJudged = async (): Promise<undefined> => {
        assert.equal(await attemptsOf({ maxAttempts: 2, retryOn: [matcher] }, error), retried ? 2 : 1);
        assert.equal(await attemptsOf({ maxAttempts: 2, noRetryOn: [matcher] }, error), retried ? 1 : 2);
      };
      const mayDiffer = 'the thrown value is a proxy that does not let itself be compared';
      if (error === nameless) test(`test_retry_on_${name}`, { mayDiffer }, isJudged);
      else test(`test_retry_on_${name}`, isJudged);
    }

    test('test_what_is_never_retried_wins', async () => {
      const retry = { maxAttempts: 3, retryOn: ['Error'], noRetryOn: ['BurstError'] };
      assert.equal(await attemptsOf(retry, new BurstError()), 1);
      assert.equal(await attemptsOf(retry, new RateLimitError()), 3);
    });

    test('test_a_predicate_hears_of_the_attempt', async () => {
      const heard: unknown[] = [];
      const retryOn: readonly ErrorMatcher[] = [
        (error, failed) => {
          heard.push([String(error), { ...failed }]);
          return failed.attempt < 2;
        },
      ];
      assert.equal(await attemptsOf({ maxAttempts: 9, retryOn }, new Error('no')), 2);
      const failed = { nodeId: 'f', nodeType: 'FunctionNode' };
      assert.deepEqual(heard, [
        ['Error: no', { ...failed, attempt: 1 }],
        ['Error: no', { ...failed, attempt: 2 }],
      ]);
    });

    const broken: readonly [name: string, predicate: ErrorMatcher][] = [
      [
        'throws',
        () => {
          throw new Error('mistake');
        },
      ],
      ['answers_with_a_promise', (): boolean => Object(Promise.reject(new Error('mistake')))],
    ];
    for (const [name, predicate] of broken) {
      test(`test_a_predicate_that_${name}`, async () => {
        const retry = { maxAttempts: 3, retryOn: [predicate] };
        const original = new Error('original');
        const workflow = new WorkflowBuilder()
          .addNode('FunctionNode', 'f', { ...fails(original), retry })
          .build();
        const error = await failingRun(new Runtime(), workflow);
        assertError(error, WorkflowExecutionError);
        assertError(error.cause, ErrorPredicateError, "'f'", 'original', 'true or false');
        assert.equal(error.cause.failure, original);
      });
    }

    for (const [path, make] of paths) {
      test(`test_the_runtimes_classification_holds_on_the_path_${path}`, async () => {
        const runtime = new Runtime({
          retry: { maxAttempts: 3, retryOn: ['RateLimitError'], noRetryOn: ['WorkflowExecutionError'] },
        });
        let calls = 0;
        const run = (): unknown => {
          calls += 1;
          throw calls < 2 ? new RateLimitError('slow') : new TypeError('wrong');
        };
        const { events } = await collectEvents(runtime, make({ run }));
        const retried = events.filter((event) => event.type === 'nodeRetried');
        assert.deepEqual([calls, retried.length], [2, 1]);
      });
    }

    test('test_what_is_data_survives_json_and_what_is_code_is_refused', async () => {
      const retry = { maxAttempts: 2, retryOn: ['CodeThrownError', { message: '*busy*' }] };
      const node = { code: "throw new Error('busy')", retry };
      const workflow = Workflow.fromJSON(
        new WorkflowBuilder().addNode('CodeNode', 'c', node).build().toJSON(),
      );
      const { events } = await collectEvents(new Runtime(), workflow);
      assert.equal(events.filter((event) => event.type === 'nodeRetried').length, 1);
      const coded = { ...node, retry: { maxAttempts: 2, retryOn: [() => true] } };
      const built = new WorkflowBuilder().addNode('CodeNode', 'c', coded).build();
      assertError(await thrownBy(() => built.toJSON()), SerializationError, 'retryOn');
    });

    test('test_the_time_limit_of_an_attempt_does_not_count_the_wait_before_it', async () => {
      const config = { ...failsFirst(1, 'ok'), retry: { maxAttempts: 2, delayMs: 600 }, timeoutMs: 500 };
      const workflow = new WorkflowBuilder().addNode('FunctionNode', 'f', config).build();
      const { results } = await executeRuntimeWithRunId(new Runtime(), workflow);
      assert.deepEqual(results.f, { result: 'ok' });
    });

    const bad: readonly [name: string, retry: unknown, says: string][] = [
      ['an_empty_pattern', { maxAttempts: 2, retryOn: [{}] }, 'retryOn'],
      ['a_number', { maxAttempts: 2, retryOn: [7] }, 'the name of a class'],
      ['no_list', { maxAttempts: 2, noRetryOn: 'Error' }, 'a list'],
      ['jitter_twice', { maxAttempts: 2, backoff: 'decorrelated', jitter: 'full' }, 'without jitter'],
      ['an_unknown_jitter', { maxAttempts: 2, jitter: 'some' }, "'none' or 'full' or 'equal'"],
    ];
    for (const [name, retry, says] of bad) {
      test(`test_a_policy_with_${name}`, async () => {
        const builder: WorkflowBuilder = new WorkflowBuilder();
        const config: Readonly<Record<string, unknown>> = { run: () => 1, retry };
        Reflect.apply(builder.addNode, builder, ['FunctionNode', 'f', config]);
        assertError(await thrownBy(() => builder.build()), InvalidConfigError, "'f'", says);
        assertError(await thrownBy(() => Reflect.construct(Runtime, [{ retry }])), InvalidOptionError, says);
      });
    }
  });
});
