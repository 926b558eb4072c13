import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { memoryAuditSink, secret, WorkflowBuilder } from '../../../src/index.ts';
import type { HealthCheckName, HealthStatus } from '../../../types/index.ts';
import { thrownBy } from '../runtime/assert-error.ts';
import { executeRuntime } from '../runtime/execute-runtime.ts';
import { kits } from '../runtime/kits.ts';
import { gives } from '../runtime/sample-nodes.ts';
import { failing } from './every-path.ts';
import { forEachSide } from './for-each-side.ts';

const NAMES: readonly HealthCheckName[] = [
  'lifecycle',
  'circuitBreakers',
  'bulkheads',
  'resourceLimits',
  'audit',
  'resources',
];

const simple = new WorkflowBuilder().addNode('FunctionNode', 'f', gives(1)).build();

/** Runs a function as a node. */
const doing = (run: () => unknown) => new WorkflowBuilder().addNode('FunctionNode', 'do', { run }).build();

/** What is wrong: the checks that are not healthy. */
const wrong = ({ checks }: HealthStatus): readonly unknown[] =>
  checks.flatMap(({ name, health, reasons }) => (health === 'healthy' ? [] : [[name, health, ...reasons]]));

describe('TestSharedHealth', () => {
  forEachSide(kits, ({ Runtime }, test) => {
    test('test_health_of_a_new_runtime_names_every_check', () => {
      const status = new Runtime().getHealthStatus();
      assert.equal(status.health, 'healthy');
      assert.deepEqual(
        status.checks.map(({ name, health, reasons }) => [name, health, reasons]),
        NAMES.map((name) => [name, 'healthy', []]),
      );
      assert.ok([status, status.checks, ...status.checks].every((part) => Object.isFrozen(part)));
    });

    test('test_health_tells_of_open_and_half_open_circuits', async () => {
      const runtime = new Runtime({ circuitBreaker: { opensAfter: { failures: 1 }, name: 'payments' } });
      await executeRuntime(runtime, simple);
      assert.deepEqual(wrong(runtime.getHealthStatus()), []);
      await thrownBy(() => executeRuntime(runtime, failing));
      assert.deepEqual(wrong(runtime.getHealthStatus()), [
        ['circuitBreakers', 'degraded', "Circuit 'payments' is open: its calls are refused."],
      ]);
      assert.equal(runtime.getHealthStatus().health, 'degraded');

      const probing = new Runtime({
        circuitBreaker: { opensAfter: { failures: 1 }, openMs: 0, closesAfter: 2 },
      });
      await thrownBy(() => executeRuntime(probing, failing));
      await executeRuntime(probing, simple);
      assert.deepEqual(wrong(probing.getHealthStatus()), [
        [
          'circuitBreakers',
          'degraded',
          "Circuit 'FunctionNode' is half open: it lets one call through at a time.",
        ],
      ]);
      await executeRuntime(probing, simple);
      assert.deepEqual(wrong(probing.getHealthStatus()), []);
    });

    test('test_health_tells_of_full_bulkheads', async () => {
      const runtime: InstanceType<typeof Runtime> = new Runtime({ bulkhead: { maxConcurrent: 1 } });
      const { do: answer } = await executeRuntime(
        runtime,
        doing(() => ({ wrong: wrong(runtime.getHealthStatus()) })),
      );
      assert.deepEqual(answer, {
        wrong: [
          [
            'bulkheads',
            'degraded',
            "Bulkhead 'FunctionNode' is full (maxConcurrent 1): further calls are refused.",
          ],
        ],
      });
      assert.deepEqual(wrong(runtime.getHealthStatus()), []);
    });

    test('test_health_tells_of_limits_that_are_reached', async () => {
      const resources = { db: { open: () => 1, close: () => undefined, connections: 2 } };
      const runtime: InstanceType<typeof Runtime> = new Runtime({
        persistent: true,
        resources,
        resourceLimits: { maxConcurrentWorkflows: 1, maxConnections: 2 },
      });
      await runtime.initializePersistentResources();
      const { do: answer } = await executeRuntime(
        runtime,
        doing(() => ({ wrong: wrong(runtime.getHealthStatus()) })),
      );
      const connections = 'As many connections are open as maxConnections allows (2).';
      const runs = 'As many runs are under way as maxConcurrentWorkflows allows (1).';
      assert.deepEqual(answer, { wrong: [['resourceLimits', 'degraded', runs, connections]] });
      assert.deepEqual(wrong(runtime.getHealthStatus()), [['resourceLimits', 'degraded', connections]]);
      await runtime.cleanupResources();
      assert.deepEqual(wrong(runtime.getHealthStatus()), []);
      await runtime.close();
    });

    const measured = 'what the process uses is no two times the same';
    test('test_health_tells_of_memory_beyond_its_limit', { mayDiffer: measured }, () => {
      const worst = (enforcement: 'strict' | 'warn'): HealthStatus =>
        new Runtime({ resourceLimits: { maxMemoryMb: 1, enforcement } }).getHealthStatus();
      assert.equal(worst('strict').health, 'unhealthy');
      assert.equal(worst('warn').health, 'degraded');
      const [[name, , reason] = []] = wrong(worst('strict')) as readonly string[][];
      assert.equal(name, 'resourceLimits');
      assert.match(String(reason), /^The process uses more memory than it may: \d+ of 1 MiB\.$/);
    });

    test('test_health_tells_of_an_audit_log_that_fails_and_of_its_recovery', async () => {
      const sink = memoryAuditSink();
      let isBroken = true;
      const append: typeof sink.append = (entry) => {
        if (isBroken) throw new Error('the disk is full');
        return sink.append(entry);
      };
      const runtime = new Runtime({ audit: { sink: { head: sink.head, append } } });
      await thrownBy(() => executeRuntime(runtime, simple));
      const [[name, health, reason] = []] = wrong(runtime.getHealthStatus()) as readonly string[][];
      assert.deepEqual([name, health], ['audit', 'unhealthy']);
      assert.match(String(reason), /the disk is full/);
      isBroken = false;
      await executeRuntime(runtime, simple);
      assert.equal(runtime.getHealthStatus().health, 'healthy');

      isBroken = true;
      const warning = new Runtime({
        audit: { sink: { head: sink.head, append }, onSinkFailure: 'warn' },
      });
      await executeRuntime(warning, simple);
      assert.equal(warning.getHealthStatus().health, 'degraded');
    });

    test('test_health_tells_of_resources_that_do_not_open_without_secrets', async () => {
      let isDown = true;
      const open = (): number => {
        if (isDown) throw new Error('no database at db://ada:swordfish-17@host');
        return 1;
      };
      const runtime = new Runtime({
        secretProvider: { sync: () => 'swordfish-17' },
        resources: { db: { open, close: () => undefined } },
      });
      const asking = new WorkflowBuilder()
        .addNode('FunctionNode', 'ask', {
          inputs: { password: secret('PASSWORD') },
          run: (_, { resources }) => ({ opened: resources.acquire('db') }),
        })
        .build();
      await thrownBy(() => executeRuntime(runtime, asking));
      const [[check, health, reason] = []] = wrong(runtime.getHealthStatus()) as readonly string[][];
      assert.deepEqual([check, health], ['resources', 'degraded']);
      assert.equal(reason, "Resource 'db' was not opened: no database at db://ada:[secret]@host");
      isDown = false;
      await executeRuntime(runtime, asking);
      assert.deepEqual(wrong(runtime.getHealthStatus()), []);
    });

    test('test_health_tells_that_a_runtime_is_closed', async () => {
      const runtime = new Runtime();
      await runtime.close();
      const status = runtime.getHealthStatus();
      assert.equal(status.health, 'unhealthy');
      assert.deepEqual(
        wrong(status).map((each) => (each as readonly string[])[0]),
        ['lifecycle'],
      );
    });
  });
});
