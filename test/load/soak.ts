/**
 * Many runs in one process: `npm run soak`. The heap after LOCKSTEP_SOAK_RUNS (100,000 unless given) has to be within 5 % of that
 * after a tenth of them, each after a forced collection.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { AsyncLocalRuntime, LocalRuntime, WorkflowBuilder } from '../../src/index.ts';

const RUNS = Number(process.env.LOCKSTEP_SOAK_RUNS ?? 100_000);
const MARGIN = 0.05;

const guarded = {
  retry: { maxAttempts: 2, retryOn: ['Error'] },
  circuitBreaker: { name: 'api', opensAfter: { failures: 100 } },
  bulkhead: { name: 'api', maxConcurrent: 5 },
};
let calls = 0;
const workflow = new WorkflowBuilder()
  .addNode('FunctionNode', 'a', {
    ...guarded,
    run: (_, { resources }) => {
      calls += 1;
      if (calls % 10 === 0) throw new Error('now and then');
      return resources.acquire('shared', { open: () => ({ n: 1 }), close: () => undefined });
    },
  })
  .addNode('SwitchNode', 's', { conditionField: 'n', operator: '>', value: 0 })
  .addNode('FunctionNode', 'b', { run: ({ x }) => ({ x }) })
  .addConnection('a', 'result', 's', 'input')
  .addConnection('s', 'trueOutput', 'b', 'x')
  .build();
const options = { resourceLimits: { maxConcurrentWorkflows: 10 } } as const;

const heapUsed = async (): Promise<number> => {
  for (let round = 0; round < 3; round += 1) {
    await turn();
    globalThis.gc?.();
  }
  return process.memoryUsage().heapUsed;
};

if (globalThis.gc === undefined) throw new Error('Start it with node --expose-gc, as npm run soak does.');
for (const runtime of [new LocalRuntime(options), new AsyncLocalRuntime(options)]) {
  const started = performance.now();
  let early = 0;
  for (let run = 1; run <= RUNS; run += 1) {
    const answer = runtime.execute(workflow);
    if (answer instanceof Promise) await answer;
    if (run === RUNS / 10) early = await heapUsed();
  }
  const late = await heapUsed();
  await runtime.close();
  const growth = (late - early) / early;
  const holds = growth <= MARGIN;
  console.log(
    `${runtime.constructor.name}: heap ${(early / 1e6).toFixed(2)} MB after ${RUNS / 10} runs, ${(late / 1e6).toFixed(2)} MB after ${RUNS} ` +
      `(${(growth * 100).toFixed(1)} %, at most ${MARGIN * 100} %: ${holds ? 'pass' : 'MISS'}); ${Math.round((RUNS / (performance.now() - started)) * 1000)} runs/s`,
  );
  if (!holds) process.exitCode = 1;
}
