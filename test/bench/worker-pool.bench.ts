/**
 * What the worker pool gives: a fan of four nodes that compute for 300 ms each, in the pool and on the event loop, in the same
 * run; and how long the event loop was held up meanwhile. Run: npm run bench -- worker-pool
 */
import { availableParallelism } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { AsyncLocalRuntime, LocalRuntime, WorkflowBuilder } from '../../src/index.ts';
import { counting, repeating } from '../shared/nodes/cpu-bound-nodes.ts';

const NODES = 4;
const MS = 300;
const ROUNDS = 5;
const CROSSINGS = 500;
const NANOSECONDS = 1e6;

const CALIBRATION = 2e7;

/** How far a node counts in so many milliseconds of a core of its own: work, not time, is what is to be shared. */
const countIn = (ms: number): number => {
  const work = new WorkflowBuilder().addNode(counting, 'n', { to: CALIBRATION, step: 1 }).build();
  const runtime = new LocalRuntime();
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    runtime.execute(work);
    return performance.now() - start;
  });
  return Math.round((CALIBRATION * ms) / medianOf(times.slice(1)));
};

const medianOf = (figures: readonly number[]): number =>
  [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;

const to = countIn(MS);
const fan = (() => {
  const builder: WorkflowBuilder = new WorkflowBuilder('fan');
  for (let index = 0; index < NODES; index += 1) builder.addNode(counting, `n${index}`, { to, step: 1 });
  return builder.build();
})();

const timed = async (
  runtime: AsyncLocalRuntime,
): Promise<{ readonly wall: number; readonly delay: number }> => {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  await runtime.execute(fan);
  const wall = performance.now() - start;
  delay.disable();
  return { wall, delay: delay.percentile(99) / NANOSECONDS };
};

const rounds = async (runtime: AsyncLocalRuntime): Promise<readonly (readonly [number, number])[]> => {
  const figures: (readonly [number, number])[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { wall, delay } = await timed(runtime);
    figures.push([wall, delay]);
  }
  return figures;
};

const report = (name: string, figures: readonly (readonly [number, number])[]): number => {
  const wall = medianOf(figures.map(([each]) => each));
  const delay = Math.max(...figures.map(([, each]) => each));
  console.log(
    `${name.padEnd(26)} ${wall.toFixed(0).padStart(6)} ms   event loop's delay, 99th percentile, worst round: ${delay.toFixed(1)} ms`,
  );
  return wall;
};

const pooled = new AsyncLocalRuntime();
const first = await timed(pooled);
console.log(
  `${NODES} nodes of ${MS} ms each, ${availableParallelism()} cores; first round, workers' start included: ${first.wall.toFixed(0)} ms, delay ${first.delay.toFixed(1)} ms`,
);
const inPool = report('in the pool', await rounds(pooled));
const inPlace = report('on the event loop', await rounds(new AsyncLocalRuntime({ threadPoolSize: 0 })));
console.log(`pool / event loop: ${(inPool / inPlace).toFixed(2)}`);

const one = new WorkflowBuilder().addNode(repeating, 'n', { value: 1 }).build();
const start = performance.now();
for (let crossing = 0; crossing < CROSSINGS; crossing += 1) await pooled.execute(one);
console.log(`one crossing, warm: ${(((performance.now() - start) * 1000) / CROSSINGS).toFixed(0)} µs`);
await pooled.close();
