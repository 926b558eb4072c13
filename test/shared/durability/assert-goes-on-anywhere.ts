import assert from 'node:assert/strict';
import { CheckpointMemory, CheckpointStoreError } from '../../../src/index.ts';
import type { CheckpointStore, Color, RunEvent, RunResult, RuntimeOptions } from '../../../types/index.ts';
import { assertError, thrownBy } from '../runtime/assert-error.ts';
import { collectEvents, shortEvent } from '../runtime/collect-events.ts';
import type { AnyRuntime } from '../runtime/kits.ts';
import { dyingStore } from './dying-store.ts';
import { randomWorkflow } from './random-workflow.ts';

/** How runtimes that run one node at a time are made, and the store that two of them share. */
export interface Relay {
  readonly begins: (options: RuntimeOptions) => AnyRuntime;
  readonly goesOn: (options: RuntimeOptions) => AnyRuntime;
  readonly storeToBegin: (memory: CheckpointMemory) => CheckpointStore<Color>;
  readonly storeToGoOn: (memory: CheckpointMemory) => CheckpointStore<Color>;
}

/**
 * Asserts of the workflow of a seed, for each number of checkpoints after which its process may die: the results are those of a run that
 * nothing interrupts, what had completed does not run again, and the events are those that were left.
 */
export const assertGoesOnAnywhere = async (seed: number, relay: Relay): Promise<undefined> => {
  const ran: string[] = [];
  const { workflow, options } = randomWorkflow(seed, (label, work) => {
    ran.push(label);
    return work();
  });
  const whole = await collectEvents(relay.begins(options), workflow);
  ran.length = 0;
  const expected = await relay.begins(options).execute(workflow);
  const all = ran.splice(0);
  for (let batches = 0; ; batches += 1) {
    const memory = new CheckpointMemory();
    const store = dyingStore(relay.storeToBegin(memory), batches) as CheckpointStore<'sync'>;
    const dying = relay.begins({ ...options, durability: { store } });
    const told = listened(dying);
    const ended = await thrownBy(async () => {
      await dying.execute(workflow);
      throw 'alive';
    });
    if (ended === 'alive') {
      assert.ok(batches > 3, 'the run was never interrupted');
      return;
    }
    assertError(ended, CheckpointStoreError, 'the process is dead');
    const before = ran.splice(0);
    const healthy = relay.storeToGoOn(memory) as CheckpointStore<'sync'>;
    const runtime = relay.goesOn({ durability: { store: healthy } });
    const toldThen = listened(runtime);
    const result = await runtime.resume(dying.lastRunId ?? '', workflow);
    assert.deepEqual(withoutRunId(result), withoutRunId(expected));
    assert.equal(result.runId, dying.lastRunId);
    const after = ran.splice(0);
    // One node at a time: of all that ran, only what was under way when the process died ran again.
    const again = after.filter((label) => before.includes(label));
    assert.ok(again.length <= 1, `ran again: ${again.join(', ')}`);
    assert.deepEqual([...before.filter((label) => !again.includes(label)), ...after], all);
    const completed = completedIn(told);
    assert.deepEqual(
      completedIn(toldThen).filter((node) => completed.includes(node)),
      [],
    );
    const [resumed, first, ...left] = own(toldThen);
    assert.equal(resumed, 'runResumed');
    const earlier = own(whole.events);
    assert.deepEqual(earlier.splice(earlier.length - left.length), left);
    // What was under way starts anew, be it before a further attempt.
    assert.ok(earlier.includes(first ?? ''), `${first} is told, and was not in the whole run`);
  }
};

const listened = (runtime: AnyRuntime): readonly RunEvent[] => {
  const events: RunEvent[] = [];
  runtime.on('*', (event) => events.push(event));
  return events;
};

const withoutRunId = ({ runId: _, ...others }: RunResult): Omit<RunResult, 'runId'> => others;

/** The events of a run's own nodes: those of sub-workflows come again in part, as their nodes do. */
const own = (events: readonly RunEvent[]): string[] =>
  events.filter(({ parent }) => parent === undefined).map(shortEvent);

const completedIn = (events: readonly RunEvent[]): readonly string[] =>
  events
    .filter(({ type }) => type === 'nodeCompleted')
    .map((event) => `${event.parent?.nodeId ?? ''}/${shortEvent(event)}`);
