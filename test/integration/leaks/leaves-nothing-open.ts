/**
 * Uses all that a runtime can hold, closes it, and prints what the process still has open, as JSON: run with `sync` or `async`.
 */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { AsyncLocalRuntime, LocalRuntime, WorkflowBuilder } from '../../../src/index.ts';
import { later } from '../../shared/nodes/async-only-nodes.ts';

const [side, sabotage] = process.argv.slice(2);
const server = createServer().listen(0);
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
const before = process.getActiveResourcesInfo();
/** A connection, and a timer that keeps it alive, as pools have them. */
interface Pool {
  readonly socket: Socket;
  readonly heartbeat: NodeJS.Timeout;
}
const pool = {
  open: (): Pool => ({ socket: connect(port), heartbeat: setInterval(() => undefined, 1_000) }),
  close: ({ socket, heartbeat }: Pool): undefined => {
    clearInterval(heartbeat);
    socket.destroy();
  },
};
const options = {
  persistent: true,
  resources: { pool },
  timeoutMs: 60_000,
  resourceLimits: { maxConcurrentWorkflows: 2, maxConnections: 5 },
} as const;
const policies = {
  timeoutMs: 60_000,
  retry: { maxAttempts: 3, delayMs: 1 },
  circuitBreaker: { opensAfter: { failures: 5 }, openMs: 60_000 },
  bulkhead: { maxConcurrent: 1, maxQueue: 5, queueTimeoutMs: 60_000 },
};
let calls = 0;
const workflow = new WorkflowBuilder()
  .addNode('FunctionNode', 'a', {
    ...policies,
    run: (_, { resources }) => {
      calls += 1;
      if (calls === 1) throw new Error('again');
      resources.acquire('pool');
    },
  })
  .addNode('CodeNode', 'code', { code: 'result = 1' })
  .addNode(later, 'later', { value: 1 })
  .build();

const runtime = side === 'sync' ? new LocalRuntime(options) : new AsyncLocalRuntime(options);
await runtime.initializePersistentResources();
await runtime.execute(workflow);
for await (const event of runtime.stream(workflow)) if (event.type === 'nodeStarted') break;
if (runtime instanceof AsyncLocalRuntime) {
  const hung = new WorkflowBuilder()
    .addNode('FunctionNode', 'hung', {
      ...policies,
      run: (_, { signal }) => sleep(60_000, undefined, { signal }),
    })
    .build();
  // One is under way, one waits for its place in the bulkhead; closing ends both.
  const runs = Promise.allSettled([runtime.execute(hung), runtime.execute(hung)]);
  await sleep(10);
  await runtime.close({ drainMs: 10 });
  await runs;
} else if (sabotage !== 'unclosed') runtime.close();
// Not the runtime's: the server that the pool connects to, and the standard streams of a program whose output is read.
const notOurs = new Set(['TCPServerWrap', 'PipeWrap', 'TTYWrap']);
const open = (): readonly string[] => process.getActiveResourcesInfo().filter((name) => !notOurs.has(name));
// What was closed goes with the next turns of the event loop; a worker's thread takes as long as the machine lets it.
let left = open();
for (let turn = 0; turn < 200 && left.length > 0 && sabotage === undefined; turn += 1) {
  await sleep(50);
  left = open();
}
server.close();
console.log(JSON.stringify({ before, left }));
process.exit();
