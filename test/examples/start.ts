import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import pico from 'picocolors';
import type { PairReport } from '../../parity/report-model.ts';
import { runCheck } from '../../parity/run-check.ts';
import { AsyncLocalRuntime, LocalRuntime, type RunEvent, WorkflowExecutionError } from '../../src/index.ts';
import { orderApproval, orders } from './order-approval.ts';

const cwd = fileURLToPath(new URL('../../', import.meta.url));

const showPair = ({ name, sync, async, members, findings }: PairReport): undefined => {
  const standing = findings.filter((finding) => finding.allowed === null);
  console.log(pico.bold(`\n${name}: ${sync} | ${async}`));
  console.log(
    `  ${members.compared} members on both sides: ${members.promisified} in the other colour, ${members.same} the same; ${members.oneSided} on one side`,
  );
  for (const { member, allowed } of findings) {
    if (allowed !== null) console.log(`  ${pico.dim('allowed')}  ${member}: ${allowed.reason}`);
  }
  for (const { check, message } of standing)
    console.log(`  ${pico.red('drift')}    ${pico.dim(check)} ${message}`);
  if (standing.length === 0) console.log(`  ${pico.green('in step')}`);
};

const check = async (): Promise<undefined> => {
  const today = new Date().toISOString().slice(0, 10);
  const own = await runCheck({ cwd, today });
  const foreign = await runCheck({ cwd, today, sync: 'node:fs#*Sync', async: 'node:fs/promises#*' });
  console.log('Two pairs are compared: the runtimes of this package, and one that nobody here wrote.');
  for (const pair of [...own.report.pairs, ...foreign.report.pairs]) showPair(pair);
};

/** An event without what differs from run to run. */
const step = (event: RunEvent): string => `${event.type}${'nodeId' in event ? ` ${event.nodeId}` : ''}`;

const outcomeOf = async (run: () => unknown): Promise<string> => {
  try {
    return JSON.stringify(await run());
  } catch (error) {
    assert(error instanceof WorkflowExecutionError);
    return `refused: ${error.message}`;
  }
};

const runOrders = async (): Promise<undefined> => {
  const options = { conditionalExecution: 'skip_branches' } as const;
  const sync = new LocalRuntime(options);
  await using async = new AsyncLocalRuntime({ ...options, maxConcurrency: 1 });
  const trails: { readonly sync: string[]; readonly async: string[] } = { sync: [], async: [] };
  sync.on('*', (event) => trails.sync.push(step(event)));
  async.on('*', (event) => trails.async.push(step(event)));
  console.log(pico.bold(`\nThe workflow '${orderApproval.name}' on both runtimes`));
  for (const order of orders) {
    trails.sync.length = 0;
    trails.async.length = 0;
    const blocking = await outcomeOf(
      () => sync.execute(orderApproval, { parameters: { order } }).results.letter,
    );
    const concurrent = await outcomeOf(
      async () => (await async.execute(orderApproval, { parameters: { order } })).results.letter,
    );
    assert.equal(concurrent, blocking);
    assert.deepEqual(trails.async, trails.sync);
    console.log(`  order ${order.id}: ${blocking}`);
    console.log(pico.dim(`    ${trails.sync.join(', ')}`));
    console.log(`    ${pico.green('the same')} on both: the result and all ${trails.sync.length} events`);
  }
};

await check();
await runOrders();
