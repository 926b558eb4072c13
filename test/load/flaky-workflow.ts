import { setTimeout as sleep } from 'node:timers/promises';
import { type Workflow, WorkflowBuilder } from '../../src/index.ts';

/** How many bodies of each bulkhead are under way, now and at most. */
export interface Gauge {
  now: number;
  most: number;
}

/** The bulkheads of the workflow, and how many bodies each may have under way. */
export const PLACES = { api: 20, store: 8 } as const;

/** A number from 0 to 1 that is the same in every run of the program (mulberry32, by T. Ettinger). */
const chanceFrom = (start: number): (() => number) => {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/**
 * A workflow that fails now and then, in spells, behind retries, breakers and bulkheads, with a branch, a cycle and a sub-workflow.
 *
 * @param waits - whether bodies may wait on the event loop
 */
export const flakyWorkflow = (
  waits: boolean,
  gauges: Readonly<Record<keyof typeof PLACES, Gauge>>,
): Workflow => {
  const chance = chanceFrom(1);
  let calls = 0;
  const body = (name: keyof typeof PLACES, failing: number) => {
    const gauge = gauges[name];
    const leave = (): unknown => {
      gauge.now--;
      calls++;
      // The service is down for a fifth of every second.
      const isDown = performance.now() % 1_000 < 200;
      if (chance() < (isDown ? 0.9 : failing)) throw new Error(`${name} is down`);
      return { n: calls };
    };
    return (): unknown => {
      gauge.now++;
      gauge.most = Math.max(gauge.most, gauge.now);
      return waits ? sleep(Math.floor(chance() * 4)).then(leave) : leave();
    };
  };
  const retry = { maxAttempts: 3, delayMs: waits ? 2 : 0, backoff: 'decorrelated' } as const;
  const queue = { maxQueue: 10_000 };
  const guarded = (name: keyof typeof PLACES, failing: number) => ({
    run: body(name, failing),
    retry,
    circuitBreaker: { name, opensAfter: { failureRate: 0.5, windowMs: 200, minimumCalls: 20 }, openMs: 20 },
    bulkhead: { name, maxConcurrent: PLACES[name], ...queue },
    timeoutMs: 5_000,
  });
  const inner = new WorkflowBuilder('inner').addNode('FunctionNode', 'save', guarded('store', 0.05)).build();
  return new WorkflowBuilder('load')
    .addNode('FunctionNode', 'call', guarded('api', 0.1))
    .addNode('SwitchNode', 'isEven', { conditionField: 'n', operator: '>', value: 0 })
    .addNode('WorkflowNode', 'sub', { workflow: inner })
    .addNode('FunctionNode', 'count', { run: ({ n }) => ({ n: Number(n ?? 0) + 1 }) })
    .addConnection('call', 'result', 'isEven', 'input')
    .addConnection('isEven', 'trueOutput', 'sub', 'x')
    .addConnection('sub', 'save', 'count', 'x')
    .addCycle('twice', {
      edges: [{ source: 'count', output: 'n', target: 'count', input: 'n' }],
      maxIterations: 2,
    })
    .build();
};
