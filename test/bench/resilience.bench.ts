/** What each feature of resilience and resources adds to a node, on both runtimes, where all goes well. */
import type { WorkflowContract } from '../../types/index.ts';
import { builtPackage } from './built-package.ts';
import { type Figure, report } from './report.ts';
import { median, timesOf } from './rounds.ts';

const SIZE = 1_000;
const { AsyncLocalRuntime, LocalRuntime, WorkflowBuilder } = await builtPackage();

/** A chain of no-op nodes with these policies. */
const chainWith = (policies: object, run: unknown = (): unknown => ({ value: 1 })): WorkflowContract => {
  const builder = new WorkflowBuilder();
  for (let index = 0; index < SIZE; index += 1) {
    Reflect.apply(builder.addNode, builder, ['FunctionNode', `n${index}`, { run, ...policies }]);
    if (index > 0)
      Reflect.apply(builder.addConnection, builder, [`n${index - 1}`, 'value', `n${index}`, 'x']);
  }
  return builder.build();
};

const leaf = { open: (): number => 1, close: (): undefined => undefined };
const acquiring = (
  _: unknown,
  context: { resources: { acquire: (key: string, leaf: object) => unknown } },
) => ({
  value: context.resources.acquire('one', leaf),
});
const plain = chainWith({});
const features: readonly [name: string, workflow: WorkflowContract, options: object][] = [
  ['off', plain, {}],
  ['retry, with what is tried again', chainWith({ retry: { maxAttempts: 3, retryOn: ['Error'] } }), {}],
  ['circuit breaker, in a row', chainWith({ circuitBreaker: { opensAfter: { failures: 5 } } }), {}],
  [
    'circuit breaker, rate',
    chainWith({ circuitBreaker: { opensAfter: { failureRate: 0.5, windowMs: 1_000, minimumCalls: 10 } } }),
    {},
  ],
  ['bulkhead', chainWith({ bulkhead: { maxConcurrent: 10 } }), {}],
  ['limit of workflows', plain, { resourceLimits: { maxConcurrentWorkflows: 10 } }],
  ['limits of memory and CPU', plain, { resourceLimits: { maxMemoryMb: 1e6, maxCpuPercent: 100 } }],
  ['a shared resource', chainWith({}, acquiring), { persistent: true }],
];

for (const [side, Runtime] of [
  ['LocalRuntime', LocalRuntime],
  ['AsyncLocalRuntime', AsyncLocalRuntime],
] as const) {
  const contenders = Object.fromEntries(
    features.map(([name, workflow, options]): [string, () => unknown] => {
      const runtime = new Runtime(options);
      return [name, () => runtime.execute(workflow)];
    }),
  );
  const times = await timesOf(contenders, 200);
  const perNode = (name: string): number => (median(times[name] ?? []) * 1_000) / SIZE;
  const off = perNode('off');
  report(
    `${side}: what a feature adds to a node (${off.toFixed(2)} µs without)`,
    features.slice(1).map(
      ([name]): Figure => ({
        what: name,
        value: perNode(name) - off,
        unit: 'µs a node',
        limit: { atMost: Math.max(2, 5 * off) },
      }),
    ),
  );
}
