import { type LimitRefusal, ResourceLimitError } from '../errors/resource-limit-error.ts';
import type { Bulkhead } from '../resilience/bulkhead.ts';
import type { RuntimeLimits } from '../resources/runtime-limits.ts';
import { waitingDelay } from '../resources/waiting-delay.ts';
import type { Conductor } from './conductor.ts';
import type { Answer, Effect } from './effects.ts';
import type { Mailbox, Message } from './mailbox.ts';
import type { Run } from './run.ts';

/** A run at the door of its runtime. */
export interface Entrant {
  readonly run: Run;
  readonly conductor: Conductor;
  readonly mailbox: Mailbox;
  /** The timer of the run's time limit. */
  readonly deadline: object;
}

/** What a run asks for while it waits; it answers whether the run has a place, which it then has to give back. */
type Entering = Generator<Effect, boolean, Answer>;

/** Has a run take one of the places of its runtime, wait for one, or stop with a `ResourceLimitError`. */
export function* enterRuntime(entrant: Entrant): Entering {
  const { run, conductor } = entrant;
  const { limits } = run;
  if (limits?.runs === undefined || run.parent !== undefined || conductor.stop.error !== undefined)
    return false;
  const { runs, enforcement, degradation } = limits;
  if (runs.enter()) return true;
  const limit = runs.policy.maxConcurrent;
  const report = (action: 'warned' | 'rejected' | 'queued' | 'deferred'): undefined =>
    conductor.report.limitExceeded({ resource: 'workflows', value: runs.underWay + 1, limit, action });
  if (enforcement === 'warn') {
    report('warned');
    runs.squeezeIn();
    return true;
  }
  if (degradation === 'reject' || !run.settings.canWait) {
    report('rejected');
    return refuse(conductor, limit, degradation === 'reject' ? 'reject' : 'blocking');
  }
  report(degradation === 'queue' ? 'queued' : 'deferred');
  return yield* degradation === 'queue' ? queue(entrant, runs, limits) : defer(entrant, runs, limits);
}

function* queue(entrant: Entrant, runs: Bulkhead, { queueTimeoutMs }: RuntimeLimits): Entering {
  const { conductor, mailbox } = entrant;
  const [turn, patience] = [{}, {}];
  let hasPlace = false;
  const waiter = (): undefined => {
    hasPlace = true;
    mailbox.postLater({ kind: 'rang', timer: turn });
  };
  const { maxConcurrent } = runs.policy;
  if (!runs.wait(waiter)) return refuse(conductor, maxConcurrent, 'full');
  yield { kind: 'alarm', ms: queueTimeoutMs, timer: patience };
  let rang: object | undefined;
  while (!hasPlace && rang !== patience && !conductor.stop.isDue()) rang = yield* ringing(entrant);
  yield { kind: 'clear', timer: patience };
  if (hasPlace) return true;
  runs.giveUp(waiter);
  return conductor.stop.isDue() ? false : refuse(conductor, maxConcurrent, 'late');
}

function* defer(entrant: Entrant, runs: Bulkhead, { queueTimeoutMs }: RuntimeLimits): Entering {
  const { run, conductor } = entrant;
  const until = run.now() + queueTimeoutMs;
  for (let n = 1; !conductor.stop.isDue(); n++) {
    if (runs.enter()) return true;
    const left = until - run.now();
    if (left <= 0) return refuse(conductor, runs.policy.maxConcurrent, 'late');
    const timer = {};
    yield { kind: 'sleep', ms: Math.min(left, waitingDelay('defer', n)), timer };
    let rang: object | undefined;
    while (rang !== timer && !conductor.stop.isDue()) rang = yield* ringing(entrant);
    yield { kind: 'clear', timer };
  }
  return false;
}

/** Waits for a message; answers the timer that rang, if one did. */
function* ringing({ conductor, deadline }: Entrant): Generator<Effect, object | undefined, Answer> {
  const message = (yield { kind: 'wait' }) as Message;
  if (message.kind !== 'rang') return undefined;
  if (message.timer === deadline) conductor.stop.expire();
  return message.timer;
}

const refuse = (conductor: Conductor, limit: number, reason: LimitRefusal): false => {
  conductor.stop.error = new ResourceLimitError('workflows', limit, reason);
  return false;
};
