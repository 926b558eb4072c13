/**
 * The memory that one run takes, measured in a process of its own: `node --expose-gc memory-of-run.ts <runtime> <nodes>`. Prints
 * the bytes that the workflow, the run at its last node and its result hold, as JSON.
 */
import { setImmediate } from 'node:timers/promises';
import type { Workflow } from '../../src/index.ts';
import { builtPackage } from './built-package.ts';
import { chain } from './graphs.ts';
import { asyncNoOps, type NoOp, plainNoOps } from './no-op-functions.ts';
import { workflowOf } from './workflow-of.ts';

/** What is measured, in bytes of the heap. */
export interface MemoryOfRun {
  /** The workflow and its plan. */
  readonly workflow: number;
  /** What the run holds when its last node is reached. */
  readonly run: number;
  /** What is left of it when it has ended. */
  readonly result: number;
}

const [runtime = '', nodes = ''] = process.argv.slice(2);
const { AsyncLocalRuntime, LocalRuntime, WorkflowBuilder } = await builtPackage();
const used = async (): Promise<number> => {
  // A turn of the event loop, so that no register of a caller keeps alive what nobody needs any more.
  await setImmediate();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

let atLastNode = 0;
const measure: NoOp = () => {
  globalThis.gc?.();
  atLastNode = process.memoryUsage().heapUsed;
  return { value: 1 };
};
const build = (size: number): Workflow => {
  const noOps = runtime === 'sync' ? plainNoOps(size - 1) : asyncNoOps(size - 1);
  const workflow = workflowOf(new WorkflowBuilder(), chain(size), [...noOps, measure]);
  new LocalRuntime().planExecution(workflow);
  return workflow;
};
const execute = async (size: number): Promise<MemoryOfRun> => {
  const before = await used();
  const workflow = build(size);
  const built = await used();
  const result = await (runtime === 'sync' ? new LocalRuntime() : new AsyncLocalRuntime()).execute(workflow);
  const ended = await used();
  if (result.status !== 'completed') throw new Error(`The run of ${size} nodes is ${result.status}.`);
  return { workflow: built - before, run: atLastNode - built, result: ended - built };
};

// Once before, so that what the engine sets up on first use is not counted.
await execute(100);
console.log(JSON.stringify(await execute(Number(nodes))));
