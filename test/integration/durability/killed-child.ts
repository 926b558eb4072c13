/**
 * Runs the workflow of a seed with checkpoints in SQLite, and is killed in the middle of it: `killed-child.ts <side> <seed> <database>
 * <log> <n>` kills itself in the body of the n-th node, or is killed by its parent where n is 0. Each line of the log is on the disk
 * before anything else happens.
 */
import { appendFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import {
  AsyncLocalRuntime,
  AsyncSqlCheckpointStore,
  LocalRuntime,
  SqlCheckpointStore,
} from '../../../src/index.ts';
import { randomWorkflow } from '../../shared/durability/random-workflow.ts';
import { keyOfEvent } from './keys.ts';

const [side, seed, path = '', log = '', last] = process.argv.slice(2);
let started = 0;

const tell = (line: string): undefined => {
  appendFileSync(log, `${line}\n`);
};

const begin = (label: string): undefined => {
  tell(`start ${label}`);
  started += 1;
  if (started === Number(last)) process.kill(process.pid, 'SIGKILL');
};

const blocking = (label: string, work: () => unknown): unknown => {
  begin(label);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
  return work();
};

const concurrent = async (label: string, work: () => unknown): Promise<unknown> => {
  begin(label);
  await pause(label.length % 5);
  return work();
};

const { workflow, options } = randomWorkflow(Number(seed), side === 'sync' ? blocking : concurrent);
const runtime =
  side === 'sync'
    ? new LocalRuntime({
        ...options,
        durability: { store: new SqlCheckpointStore({ type: 'sqlite', path }) },
      })
    : new AsyncLocalRuntime({
        ...options,
        durability: { store: new AsyncSqlCheckpointStore({ type: 'sqlite', path }) },
      });
runtime.on('nodeCompleted', (event) => tell(`completed ${keyOfEvent(event)}`));
runtime.on('runStarted', ({ runId, parent }) => {
  if (parent === undefined) process.send?.(runId);
});
await runtime.execute(workflow, { idempotencyKey: `seed ${seed}` });
