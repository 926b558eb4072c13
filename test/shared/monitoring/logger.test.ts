import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { pino } from 'pino';
import { InvalidOptionError, secret, WorkflowBuilder } from '../../../src/index.ts';
import type { Logger } from '../../../types/index.ts';
import { assertError, thrownBy } from '../runtime/assert-error.ts';
import { collectEvents } from '../runtime/collect-events.ts';
import { executeRuntime, executeRuntimeWithRunId } from '../runtime/execute-runtime.ts';
import { kits } from '../runtime/kits.ts';
import { gives } from '../runtime/sample-nodes.ts';
import { failing, journeys, waiting } from './every-path.ts';
import { forEachSide } from './for-each-side.ts';

/** pino itself, and the lines that it writes: without times, and with runs numbered in the order of their first line. */
const pinoLines = (level: string): { readonly logger: Logger; readonly lines: () => readonly string[] } => {
  const written: string[] = [];
  const logger = pino({ level, base: null, timestamp: false }, { write: (line) => written.push(line) });
  const lines = (): readonly string[] => {
    const ids = [...new Set(written.map((line) => String(JSON.parse(line).runId)))];
    return written.map((line) =>
      ids.reduce((text, id, index) => text.replaceAll(id, `#${index}`), line.trim()),
    );
  };
  return { logger, lines };
};

const simple = new WorkflowBuilder('simple').addNode('FunctionNode', 'f', gives(1)).build();

/** The warnings of the process during a call. */
const warningsDuring = async (call: () => Promise<unknown>): Promise<readonly string[]> => {
  const warnings: string[] = [];
  const hear = ({ message }: Error): unknown => warnings.push(message);
  process.on('warning', hear);
  await call();
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', hear);
  return warnings;
};

const silent: Logger = {
  trace: () => undefined,
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

describe('TestSharedLogger', () => {
  forEachSide(kits, ({ Runtime, oneAtATime }, test) => {
    for (const { path, workflow, nodes } of journeys) {
      test(`test_logger_pino_writes_the_same_lines_${path}`, async ({ observe }) => {
        const { logger, lines } = pinoLines('trace');
        const runtime = new Runtime({ logger, conditionalExecution: 'skip_branches', ...oneAtATime });
        await executeRuntime(runtime, workflow);
        const executed = lines().length;
        await collectEvents(runtime, workflow);
        observe('lines', lines());
        assert.equal(lines().length, 2 * executed);
        const count = (message: string): number =>
          lines().filter((line) => JSON.parse(line).msg === message).length;
        assert.equal(count('node started'), 2 * nodes.started);
        assert.equal(count('node completed'), 2 * nodes.completed);
        assert.equal(count('node skipped'), 2 * nodes.skipped);
        assert.equal(count('node is tried again'), 2 * nodes.retried);
        await runtime.close();
      });
    }

    test('test_logger_levels_follow_what_has_happened', async () => {
      const { logger, lines } = pinoLines('info');
      const runtime = new Runtime({ logger, userContext: { userId: 'ada' } });
      await thrownBy(() => executeRuntime(runtime, failing));
      await executeRuntime(runtime, simple);
      await thrownBy(() => executeRuntime(runtime, simple, { signal: AbortSignal.abort() }));
      for await (const event of runtime.stream(waiting)) if (event.type === 'nodeRetried') break;
      const told = lines().map((line) => {
        const { level, msg, userId } = JSON.parse(line);
        return `${level} ${msg} ${userId}`;
      });
      assert.deepEqual(told, [
        '30 run started ada',
        '50 node failed ada',
        '50 run failed ada',
        '30 run started ada',
        '30 run completed ada',
        '30 run started ada',
        '40 run cancelled ada',
        '30 run started ada',
        '40 node is tried again ada',
        '40 run cancelled ada',
      ]);
      const { error, nodeId, nodeType, attempts, event } = JSON.parse(lines()[1] ?? '');
      assert.deepEqual(
        { error, nodeId, nodeType, attempts, event },
        {
          error: { name: 'RangeError', message: 'out of range' },
          nodeId: 'boom',
          nodeType: 'FunctionNode',
          attempts: 1,
          event: 'nodeFailed',
        },
      );
    });

    test('test_logger_hears_of_runs_inside_of_others_as_details', async () => {
      const { logger, lines } = pinoLines('info');
      const { workflow } = journeys.find(({ path }) => path === 'sub_workflow') ?? assert.fail();
      await executeRuntime(new Runtime({ logger }), workflow);
      assert.deepEqual(
        lines().map((line) => JSON.parse(line).msg),
        ['run started', 'run completed'],
      );
    });

    test('test_logger_is_never_given_secrets_or_payloads', async () => {
      const { logger, lines } = pinoLines('trace');
      const runtime = new Runtime({ logger, secretProvider: { sync: () => 'swordfish-17' } });
      const leaking = new WorkflowBuilder()
        .addNode('FunctionNode', 'leak', {
          inputs: { token: secret('TOKEN') },
          run: ({ token }) => {
            throw new Error(`no ${token}`);
          },
          retry: { maxAttempts: 2 },
        })
        .build();
      const parameters = { card: 'visa-4111' };
      await executeRuntime(runtime, leaking, { onError: 'continue', parameters });
      const giving = new WorkflowBuilder().addNode('FunctionNode', 'g', gives({ card: 'visa-4111' })).build();
      await executeRuntime(runtime, giving);
      const text = lines().join('\n');
      assert.ok(text.includes('no [secret]'), text);
      for (const hidden of ['swordfish', 'visa-4111']) assert.ok(!text.includes(hidden), hidden);
    });

    test('test_logger_that_fails_changes_no_run_and_is_told_of_once', async ({ observe }) => {
      const broken: Logger = {
        ...silent,
        info: () => {
          throw new Error('the disk is full');
        },
        debug: () => Promise.reject(new Error('the disk is full')),
      };
      const runtime = new Runtime({ logger: broken });
      const warnings = await warningsDuring(async () => {
        for (let run = 0; run < 3; run++) {
          const { status } = await executeRuntimeWithRunId(runtime, simple);
          assert.equal(status, 'completed');
        }
      });
      observe('warnings', warnings);
      assert.deepEqual(warnings, [
        "The option 'logger' has failed, and lines of the log are missing: the disk is full",
      ]);
      const { events } = await collectEvents(runtime, simple);
      assert.equal(events.length, 4);
    });

    test('test_logger_of_another_shape_is_refused', async () => {
      const { error: _, ...partial } = silent;
      const refused = await thrownBy(() => new Runtime({ logger: partial as never }));
      assertError(refused, InvalidOptionError, 'logger', 'trace, debug, info, warn, error', 'pino()');
    });
  });
});
