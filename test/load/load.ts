/**
 * 200 runs at once on each runtime, with retries, breakers, bulkheads, limits and an audit log: `npm run load`, `npm run load -- sync` or `async`.
 * LOCKSTEP_LOAD_SECONDS a side, 5 unless given. Fails when an event or a line of the audit log is lost, a limit is passed, or a run has no
 * end.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { AsyncLocalRuntime, LocalRuntime, type RunEvent } from '../../src/index.ts';
import { AuditBook } from './audit-book.ts';
import { EventLedger } from './event-ledger.ts';
import { flakyWorkflow, type Gauge, PLACES } from './flaky-workflow.ts';

const AT_ONCE = 200;
const LIMIT = 150;
const seconds = Number(process.env.LOCKSTEP_LOAD_SECONDS ?? 5);

interface Load {
  readonly ledger: EventLedger;
  readonly book: AuditBook;
  readonly gauges: Readonly<Record<keyof typeof PLACES, Gauge>>;
  readonly streamed: number;
  readonly heardOfStreams: number;
  readonly refused: number;
}

const gaugesOf = (): Load['gauges'] => ({ api: { now: 0, most: 0 }, store: { now: 0, most: 0 } });

const loadAsync = async (): Promise<Load> => {
  const [ledger, book, gauges] = [new EventLedger(), new AuditBook(), gaugesOf()];
  const resourceLimits = { maxConcurrentWorkflows: LIMIT, degradation: 'queue' } as const;
  const runtime = new AsyncLocalRuntime({
    resourceLimits,
    conditionalExecution: 'skip_branches',
    audit: { sink: book.sink },
  });
  let [streamed, heardOfStreams, refused] = [0, 0, 0];
  /** How many events were heard of each run that is under way. */
  const heard = new Map<string, number>();
  runtime.on('*', (event) => {
    ledger.take(event);
    const root = event.parent?.runId ?? event.runId;
    heard.set(root, (heard.get(root) ?? 0) + 1);
  });
  const workflow = flakyWorkflow(true, gauges);
  const until = performance.now() + seconds * 1_000;
  const client = async (number: number): Promise<undefined> => {
    while (performance.now() < until) {
      try {
        if (number % 2 === 0) heard.delete((await runtime.execute(workflow)).runId);
        else {
          let root = '';
          let own = 0;
          try {
            for await (const event of runtime.stream(workflow)) {
              root ||= event.runId;
              own++;
            }
          } finally {
            streamed += own;
            heardOfStreams += heard.get(root) ?? 0;
            heard.delete(root);
          }
        }
      } catch (error) {
        if (Object(error).code === 'RESOURCE_LIMIT') refused++;
        heard.delete(Object(error).runId);
      }
      // Clients that are refused at once would never let a timer ring.
      await turn();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, number) => client(number)));
  await runtime.close();
  return { ledger, book, gauges, streamed, heardOfStreams, refused };
};

const loadSync = (): Load => {
  const [ledger, book, gauges] = [new EventLedger(), new AuditBook(), gaugesOf()];
  const resourceLimits = { maxConcurrentWorkflows: LIMIT } as const;
  const runtime = new LocalRuntime({
    resourceLimits,
    conditionalExecution: 'skip_branches',
    audit: { sink: book.sink },
  });
  let [streamed, heardOfStreams, refused] = [0, 0, 0];
  runtime.on('*', (event) => {
    ledger.take(event);
    heardOfStreams++;
  });
  const workflow = flakyWorkflow(false, gauges);
  const until = performance.now() + seconds * 1_000;
  const start = (): Iterator<RunEvent> => runtime.stream(workflow)[Symbol.iterator]();
  const streams = Array.from({ length: AT_ONCE }, start);
  let open = AT_ONCE;
  // One event of each run in turn: 200 runs are under way on one thread.
  while (open > 0) {
    open = 0;
    for (const [index, stream] of streams.entries()) {
      try {
        const step = stream.next();
        if (step.done !== true) {
          streamed++;
          open++;
          continue;
        }
      } catch (error) {
        if (Object(error).code === 'RESOURCE_LIMIT') refused++;
      }
      if (performance.now() < until) {
        streams[index] = start();
        open++;
      }
    }
  }
  runtime.close();
  return { ledger, book, gauges, streamed, heardOfStreams, refused };
};

const print = async (
  side: string,
  { ledger, book, gauges, streamed, heardOfStreams, refused }: Load,
): Promise<undefined> => {
  ledger.close(streamed, heardOfStreams);
  const { lines, faults } = await book.close(ledger.counts);
  ledger.faults.push(...faults);
  for (const [name, most] of Object.entries(PLACES)) {
    const seen = gauges[name as keyof typeof PLACES].most;
    if (seen > most) ledger.faults.push(`bulkhead ${name} had ${seen} under way, and ${most} places`);
  }
  if (ledger.mostBusy > LIMIT)
    ledger.faults.push(`${ledger.mostBusy} runs were under way, and ${LIMIT} allowed`);
  const count = (type: string): number => ledger.counts.get(type) ?? 0;
  console.log(
    `${side}: ${seconds} s, ${AT_ONCE} at once: ${count('runStarted')} runs (sub-workflows included), ${ledger.events} events, ${lines} lines of the audit log, ` +
      `${count('nodeRetried')} retries, circuits opened ${count('circuitOpened')} and closed ${count('circuitClosed')} times, ${refused} runs refused; ` +
      `at most ${ledger.mostBusy} of ${LIMIT} runs, ${gauges.api.most} of ${PLACES.api} and ${gauges.store.most} of ${PLACES.store} places`,
  );
  for (const fault of ledger.faults.slice(0, 10)) console.log(`  FAULT: ${fault}`);
  if (ledger.faults.length > 0) process.exitCode = 1;
};

const [only] = process.argv.slice(2);
if (only !== 'async') await print('LocalRuntime', loadSync());
if (only !== 'sync') await print('AsyncLocalRuntime', await loadAsync());
