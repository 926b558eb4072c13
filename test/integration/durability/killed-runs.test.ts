import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  AsyncLocalRuntime,
  AsyncSqlCheckpointStore,
  LocalRuntime,
  SqlCheckpointStore,
} from '../../../src/index.ts';
import { randomWorkflow } from '../../shared/durability/random-workflow.ts';
import { keyOfLabel, keyOfRecord } from './keys.ts';

/** How many workflows: 12, or as many as LOCKSTEP_KILLS says. */
const KILLS = Number(process.env.LOCKSTEP_KILLS ?? 12);

const child = fileURLToPath(new URL('killed-child.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lockstep-kills-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** What an uninterrupted run gives, and how many bodies it runs. */
const uninterrupted = (seed: number) => {
  let bodies = 0;
  const { workflow, options } = randomWorkflow(seed, (_, work) => {
    bodies += 1;
    return work();
  });
  const { results, skipped, status } = new LocalRuntime(options).execute(workflow);
  return { expected: { results, skipped, status }, bodies };
};

/** Kills a run: in the body of a node, or at any moment. Answers the id of the run. */
const killedRun = async (side: string, seed: number, path: string, log: string, bodies: number) => {
  writeFileSync(log, '');
  const inBody = seed % 3 > 0 ? 1 + ((seed * 7) % bodies) : 0;
  const process = fork(child, [side, String(seed), path, log, String(inBody)], {
    execArgv: ['--import', 'tsx'],
  });
  const exit = once(process, 'exit');
  const [runId] = (await Promise.race([once(process, 'message'), exit])) as [unknown];
  assert.ok(typeof runId === 'string', 'the child has ended before its run began');
  if (inBody === 0) setTimeout(() => process.kill('SIGKILL'), 10 + ((seed * 5) % 40));
  const [, signal] = await exit;
  return { runId, wasKilled: signal === 'SIGKILL' };
};

describe('TestKilledRuns', { concurrency: 2 }, () => {
  let killed = 0;
  for (let seed = 1; seed <= KILLS; seed += 1) {
    const begins = seed % 2 === 0 ? 'sync' : 'async';
    const resumes = seed % 4 < 2 ? 'async' : 'sync';
    test(`test_kill_9_of_run_${seed}_on_${begins}_and_resume_on_${resumes}`, async () => {
      const path = join(folder, `${seed}.db`);
      const log = join(folder, `${seed}.log`);
      const { expected, bodies } = uninterrupted(seed);
      const { runId, wasKilled } = await killedRun(begins, seed, path, log, bodies);
      if (wasKilled) killed += 1;
      const ran: string[] = [];
      const { workflow } = randomWorkflow(seed, (label, work) => {
        ran.push(label);
        return work();
      });
      const store = new SqlCheckpointStore({ type: 'sqlite', path });
      const kept = store.readRecords(runId).filter(({ kind }) => kind === 'completed' || kind === 'failed');
      const { results, skipped, status } = await (resumes === 'sync'
        ? new LocalRuntime({ durability: { store } })
        : new AsyncLocalRuntime({
            durability: { store: new AsyncSqlCheckpointStore({ type: 'sqlite', path }) },
          })
      ).resume(runId, workflow);
      assert.deepEqual({ results, skipped, status }, expected);
      const told = readFileSync(log, 'utf8').split('\n');
      const completed = told.filter((line) => line.startsWith('completed ')).map((line) => line.slice(10));
      const finished = new Set([...completed, ...kept.map(keyOfRecord)]);
      assert.deepEqual(
        ran.filter((label) => finished.has(keyOfLabel(label))),
        [],
        'a finished node ran twice',
      );
      const before = told.filter((line) => line.startsWith('start ')).map((line) => line.slice(6));
      const twice = ran.filter((label) => before.includes(label));
      // One node at a time: only the one that was under way may run again.
      if (begins === 'sync') assert.ok(twice.length <= 1, `ran twice: ${twice.join(', ')}`);
      assert.equal(store.readRun(runId)?.status, status);
      store.close();
    });
  }

  test('test_most_of_them_were_killed', () => {
    assert.ok(killed >= KILLS / 2, `only ${killed} of ${KILLS} runs were killed before their end`);
  });
});
