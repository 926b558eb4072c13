import assert from 'node:assert/strict';
import { appendFileSync, readdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'node:test';
import { BEGINNING, type ChainEnd, followLine } from '../../../parity/audit-log-verify.ts';
import { sharedFolder } from '../../../parity/testing/index.ts';
import {
  AuditDisabledError,
  AuditFileError,
  AuditSinkError,
  fileAuditSink,
  InvalidOptionError,
  MemoryCheckpointStore,
  memoryAuditSink,
  secret,
  WorkflowBuilder,
  WorkflowCancelledError,
} from '../../../src/index.ts';
import type { AuditEntry, AuditSink } from '../../../types/index.ts';
import { assertError, thrownBy } from '../runtime/assert-error.ts';
import { collectEvents } from '../runtime/collect-events.ts';
import { executeRuntime } from '../runtime/execute-runtime.ts';
import { kits } from '../runtime/kits.ts';
import { counter } from '../runtime/sample-cycles.ts';
import { forEachSide } from './for-each-side.ts';

const plain = new WorkflowBuilder('orders')
  .addNode('FunctionNode', 'order', { run: () => ({ total: 7, Password: 'hunter2' }) })
  .build();

const failing = new WorkflowBuilder('failing')
  .addNode('FunctionNode', 'boom', {
    run: () => {
      throw new RangeError('no card visa-4111');
    },
  })
  .build();

/** Waits for longer than any test does. */
const waiting = new WorkflowBuilder('waiting')
  .addNode('FunctionNode', 'boom', {
    run: () => {
      throw new Error('not yet');
    },
    retry: { maxAttempts: 2, delayMs: 60_000 },
  })
  .build();

const nested = new WorkflowBuilder('outer').addNode('WorkflowNode', 'inner', { workflow: plain }).build();

const branching = new WorkflowBuilder('branching')
  .addNode('SwitchNode', 'isLarge', { conditionField: 'total', operator: '>', value: 5 })
  .addNode('FunctionNode', 'large', { run: () => 1 })
  .addConnection('isLarge', 'trueOutput', 'large', 'input')
  .build();

const short = ({ type, workflow, status, nodeId }: AuditEntry): string =>
  [type, workflow, nodeId, status].filter((each) => each !== undefined).join(' ');

/** Reads lines as `lockstep audit-log verify` does. */
const verify = (lines: readonly string[], from: ChainEnd = BEGINNING): number | string => {
  let end = from;
  for (const line of lines) {
    const next = followLine(line, end);
    if (typeof next === 'string') return next;
    end = next;
  }
  return end.count;
};

const linesOf = (file: string): readonly string[] => readFileSync(file, 'utf8').split('\n').slice(0, -1);

/** A sink that fails from its n-th entry on. */
const failingSink = (from: number): AuditSink => {
  const sink = memoryAuditSink();
  return {
    head: sink.head,
    append: (entry) => {
      if (entry.sequence >= from) throw new Error('the disk is full');
      return sink.append(entry);
    },
  };
};

describe('TestSharedAudit', () => {
  forEachSide(kits, ({ id, Runtime }, test) => {
    test('test_audit_records_start_and_end_on_every_path', async () => {
      const sink = memoryAuditSink();
      const runtime = new Runtime({ audit: { sink }, conditionalExecution: 'skip_branches' });
      await executeRuntime(runtime, plain);
      await executeRuntime(runtime, nested);
      await executeRuntime(runtime, branching, { parameters: { isLarge: { total: 9 } } });
      await collectEvents(runtime, plain);
      const pair = (name: string): readonly string[] => [
        `runStarted ${name}`,
        `runCompleted ${name} completed`,
      ];
      const [innerStart = '', innerEnd = ''] = pair('orders');
      assert.deepEqual(sink.entries().map(short), [
        ...pair('orders'),
        'runStarted outer',
        innerStart,
        innerEnd,
        'runCompleted outer completed',
        ...pair('branching'),
        ...pair('orders'),
      ]);
      assert.equal(sink.entries()[3]?.parentRunId, sink.entries()[2]?.runId);
    });

    test('test_audit_records_a_cycle', async () => {
      const sink = memoryAuditSink();
      const runtime = new Runtime({ audit: { sink, includePayloads: true } });
      await executeRuntime(runtime, counter({ maxIterations: 2 }));
      assert.deepEqual(sink.entries().map(short), [
        'runStarted workflow',
        'nodeCompleted workflow count',
        'nodeCompleted workflow count',
        'runCompleted workflow completed',
      ]);
    });

    test('test_audit_records_failure_without_what_the_message_quotes', async () => {
      const sink = memoryAuditSink();
      await thrownBy(() => executeRuntime(new Runtime({ audit: { sink } }), failing));
      assert.deepEqual(sink.entries().map(short), ['runStarted failing', 'runFailed failing']);
      assert.deepEqual(sink.entries()[1]?.error, {
        name: 'WorkflowExecutionError',
        code: 'WORKFLOW_EXECUTION',
      });
      assert.ok(!JSON.stringify(sink.entries()).includes('visa-4111'));
    });

    test('test_audit_records_cancellation_and_a_stream_that_nobody_reads_on', async () => {
      const sink = memoryAuditSink();
      const runtime = new Runtime({ audit: { sink } });
      await thrownBy(() => executeRuntime(runtime, plain, { signal: AbortSignal.abort() }));
      for await (const _ of runtime.stream(waiting)) break;
      assert.deepEqual(
        sink.entries().map(({ type }) => type),
        ['runStarted', 'runCancelled', 'runStarted', 'runCancelled'],
      );
    });

    test('test_audit_records_denials_and_who_was_denied', async () => {
      const sink = memoryAuditSink();
      const runtime = new Runtime({
        audit: { sink },
        accessControl: {
          strategy: 'rbac',
          rules: [{ id: 'nobody', effect: 'deny', actions: ['executeWorkflow'] }],
        },
        userContext: { userId: 'ada' },
      });
      await thrownBy(() => executeRuntime(runtime, plain));
      const denial = sink.entries().find(({ type }) => type === 'accessDenied');
      assert.deepEqual(
        [denial?.userId, denial?.action, denial?.rule, denial?.workflow],
        ['ada', 'executeWorkflow', 'nobody', 'orders'],
      );
      assert.equal(sink.entries().at(-1)?.type, 'runFailed');
    });

    test('test_audit_stores_payloads_only_when_asked_and_redacts_by_key', async () => {
      const silent = memoryAuditSink();
      await executeRuntime(new Runtime({ audit: { sink: silent } }), plain);
      assert.ok(!JSON.stringify(silent.entries()).includes('total'));
      const sink = memoryAuditSink();
      const runtime = new Runtime({ audit: { sink, includePayloads: true, redact: ['password'] } });
      await executeRuntime(runtime, plain);
      const data = sink.entries().find(({ type }) => type === 'nodeCompleted')?.data;
      assert.deepEqual(data, { total: 7, Password: '[redacted]' });
    });

    test('test_audit_list_with_holes_is_recorded_as_it_is_hashed', async () => {
      const file = join(sharedFolder('audit-holes'), 'audit.jsonl');
      const sink = fileAuditSink(file);
      const runtime = new Runtime({ audit: { sink, includePayloads: true } });
      const list: unknown[] = [];
      list[2] = 'third';
      await executeRuntime(
        runtime,
        new WorkflowBuilder('holes').addNode('FunctionNode', 'list', { run: () => ({ list }) }).build(),
      );
      sink.close();
      assert.equal(verify(linesOf(file)), 3);
    });

    test('test_audit_never_holds_a_secret', async () => {
      const sink = memoryAuditSink();
      const runtime = new Runtime({
        audit: { sink, includePayloads: true },
        secretProvider: { sync: () => 'tok-4711' },
      });
      const leaking = new WorkflowBuilder('leaking')
        .addNode('FunctionNode', 'call', {
          inputs: { token: secret('TOKEN') },
          run: ({ token }) => ({ token, isRight: token === 'tok-4711' }),
        })
        .build();
      await executeRuntime(runtime, leaking);
      const data = sink.entries().find(({ type }) => type === 'nodeCompleted')?.data;
      assert.deepEqual(data, { token: '[secret]', isRight: true });
      assert.ok(!JSON.stringify(sink.entries()).includes('tok-4711'));
    });

    test('test_audit_records_a_durable_run_that_goes_on', async () => {
      const sink = memoryAuditSink();
      const runtime = new Runtime({
        audit: { sink },
        durability: { store: new MemoryCheckpointStore() },
      });
      let isDown = true;
      const mended = new WorkflowBuilder('mended')
        .addNode('FunctionNode', 'ship', {
          run: () => {
            if (isDown) throw new Error('down');
            return { shipped: true };
          },
        })
        .build();
      await thrownBy(() => executeRuntime(runtime, mended));
      isDown = false;
      await runtime.resume(runtime.lastRunId ?? '', mended);
      assert.deepEqual(sink.entries().map(short), [
        'runStarted mended',
        'runFailed mended',
        'runResumed mended',
        'runCompleted mended completed',
      ]);
    });

    test('test_audit_log_event_is_part_of_the_chain', async () => {
      const sink = memoryAuditSink();
      const runtime = new Runtime({ audit: { sink, redact: ['token'] } });
      const answer = runtime.logAuditEvent({
        type: 'approved',
        userId: 'ada',
        data: { token: 'x', big: 7n },
      });
      assert.equal(answer instanceof Promise, id === 'async');
      const entry = await answer;
      assert.deepEqual(
        [entry.type, entry.userId, entry.data],
        ['approved', 'ada', { token: '[redacted]', big: '7' }],
      );
      await executeRuntime(runtime, plain);
      assert.equal(verify(sink.entries().map((each) => JSON.stringify(each))), 3);
    });

    test('test_audit_log_event_is_refused_where_it_could_pass_for_the_runtime', async () => {
      const runtime = new Runtime({ audit: { sink: memoryAuditSink() } });
      for (const type of ['runCompleted', '']) {
        const error = await thrownBy(() => runtime.logAuditEvent({ type }));
        assertError(error, InvalidOptionError, 'audit event type', "none of the runtime's own");
      }
      const without = await thrownBy(() => new Runtime().logAuditEvent({ type: 'x' }));
      assertError(without, AuditDisabledError, 'has no audit log', 'fileAuditSink');
    });

    test('test_audit_failing_sink_ends_the_run_before_a_node_runs', async () => {
      let ran = 0;
      const counting = new WorkflowBuilder()
        .addNode('FunctionNode', 'a', { run: () => ({ ran: ++ran }) })
        .build();
      const early = new Runtime({ audit: { sink: failingSink(1) } });
      const cancelled = await thrownBy(() => executeRuntime(early, counting));
      assertError(cancelled, WorkflowCancelledError, 'the disk is full');
      assert.equal(ran, 0);
      const late = new Runtime({ audit: { sink: failingSink(2) } });
      const failed = await thrownBy(() => executeRuntime(late, counting));
      assertError(failed, AuditSinkError, 'runCompleted', 'the disk is full', 'onSinkFailure');
    });

    test('test_audit_failing_sink_may_warn_instead', async () => {
      const warned = new Promise<Error>((resolve) => process.once('warning', resolve));
      const runtime = new Runtime({ audit: { sink: failingSink(2), onSinkFailure: 'warn' } });
      await executeRuntime(runtime, plain);
      assert.match((await warned).message, /'runCompleted' could not be stored: the disk is full/);
    });

    test('test_audit_sink_that_answers_with_a_promise_is_refused', async () => {
      const append = (async () => undefined) as unknown as AuditSink['append'];
      const runtime = new Runtime({ audit: { sink: { head: () => undefined, append } } });
      assertError(await thrownBy(() => executeRuntime(runtime, plain)), WorkflowCancelledError, 'promise');
    });

    test('test_audit_sink_whose_head_is_a_promise_is_refused', async () => {
      const head = (async () => undefined) as unknown as AuditSink['head'];
      const entries: AuditEntry[] = [];
      const append = (entry: AuditEntry) => void entries.push(entry);
      const runtime = new Runtime({ audit: { sink: { head, append } } });
      assertError(await thrownBy(() => executeRuntime(runtime, plain)), WorkflowCancelledError, 'sink.head');
      assert.deepEqual(entries, []);
    });

    test('test_audit_concurrent_runs_and_runtimes_share_one_chain', async () => {
      const file = join(sharedFolder('audit-chain'), 'audit.jsonl');
      const sink = fileAuditSink(file);
      const runtimes = [new Runtime({ audit: { sink } }), new Runtime({ audit: { sink } })];
      await Promise.all(
        Array.from({ length: 50 }, (_, n) => executeRuntime(runtimes[n % 2] as (typeof runtimes)[0], plain)),
      );
      sink.close();
      assert.equal(verify(linesOf(file)), 100);
    });

    test('test_audit_file_goes_on_after_a_restart_and_across_rotation', async () => {
      const folder = sharedFolder('audit-rotation');
      const file = join(folder, 'audit.jsonl');
      for (let n = 0; n < 3; n++) {
        const sink = fileAuditSink(file, { fsync: true, rotateBytes: 600 });
        await executeRuntime(new Runtime({ audit: { sink } }), plain);
        sink.close();
      }
      const numbers = readdirSync(folder)
        .map((name) => Number(name.slice('audit.jsonl.'.length)))
        .filter((n) => n > 0)
        .toSorted((one, other) => one - other);
      assert.ok(numbers.length > 0);
      const lines = [...numbers.flatMap((n) => linesOf(`${file}.${n}`)), ...linesOf(file)];
      assert.equal(verify(lines), 6);
      assert.equal(statSync(file).mode & 0o777, 0o600, 'a file of its owner alone');
    });

    test('test_audit_file_refuses_a_second_writer_and_a_cut_line', async () => {
      const file = join(sharedFolder('audit-writers'), 'audit.jsonl');
      const sink = fileAuditSink(file);
      const runtime = new Runtime({ audit: { sink } });
      await runtime.logAuditEvent({ type: 'one' });
      appendFileSync(file, 'from elsewhere\n');
      const error = await thrownBy(() => runtime.logAuditEvent({ type: 'two' }));
      assertError(error, AuditSinkError, 'Let one process write it');
      sink.close();
      truncateSync(file, 40);
      assertError(await thrownBy(() => fileAuditSink(file)), AuditFileError, 'no whole entry', 'verify');
    });

    test('test_audit_tampering_shows', async () => {
      const sink = memoryAuditSink();
      const runtime = new Runtime({ audit: { sink } });
      for (const type of ['a', 'b', 'c', 'd']) await runtime.logAuditEvent({ type, data: { 10: 1, 9: 'é' } });
      const [a = '', b = '', c = '', d = ''] = sink.entries().map((each) => JSON.stringify(each));
      assert.equal(verify([a, b, c, d]), 4);
      assert.match(String(verify([a, b.replace('"b"', '"x"'), c, d])), /was edited/);
      assert.match(String(verify([a, b.replace('{', '{"type":"x",'), c, d])), /not written as the runtime/);
      assert.match(String(verify([a, c, d])), /missing before it.*number 3, where 2/);
      assert.match(String(verify([a, c, b, d])), /missing before it/);
      assert.match(String(verify([a, b, b, c, d])), /out of order/);
      assert.match(String(verify([a, b, 'null', c])), /no entry/);
      const other = memoryAuditSink();
      const forger = new Runtime({ audit: { sink: other } });
      for (const type of ['x', 'y']) await forger.logAuditEvent({ type });
      const forged = JSON.stringify(other.entries()[1]);
      assert.match(String(verify([a, forged])), /does not follow/);
    });

    test('test_audit_option_is_checked', async () => {
      const error = await thrownBy(() => new Runtime({ audit: { sink: {} as AuditSink } }));
      assertError(error, InvalidOptionError, 'audit', 'fileAuditSink');
    });
  });
});
