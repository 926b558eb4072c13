import type { RunResult } from '../../types/run-result.ts';
import type { Attempt } from './attempt.ts';
import type { Message, Outcome } from './mailbox.ts';

/** Calls the body of a node: what `Start` does. Asked for only where the driver wants to see each start. */
export type StartEffect = Attempt;

/** Calls the body of a node. Answers its outcome if it ended at once, else `undefined`: a message will follow. */
export type Start = (attempt: Attempt) => Outcome | undefined;

/** Asks for the next message; a driver that cannot block resumes the run when there is one. */
export interface WaitEffect {
  readonly kind: 'wait';
}

/** Lets time pass; a message `rang` follows. A driver that blocks blocks for that time. */
export interface SleepEffect {
  readonly kind: 'sleep';
  readonly ms: number;
  readonly timer: object;
}

/** Has a message `rang` sent later, unless cleared. A driver that blocks can only while it sleeps: the engine looks at the clock as well. */
export interface AlarmEffect {
  readonly kind: 'alarm';
  readonly ms: number;
  readonly timer: object;
}

/** Takes a timer back. */
export interface ClearEffect {
  readonly kind: 'clear';
  readonly timer: object;
}

/**
 * Calls a leaf of the driver's colour and answers its outcome. The run stands still until then: a driver that does not block lets
 * bodies that are under way go on, and keeps the messages that come.
 */
export interface CallEffect {
  readonly kind: 'call';
  /** What is called, for messages: `durability.store.loadRun`. */
  readonly name: string;
  readonly sync: () => unknown;
  /** May answer with a promise, or at once. */
  readonly async: () => unknown;
}

/** All that the engine asks of a driver. */
export type Effect = StartEffect | WaitEffect | SleepEffect | AlarmEffect | ClearEffect | CallEffect;

/** What a driver answers: a `start` or a `call` has an outcome, a `wait` has a message. */
export type Answer = Outcome | Message | undefined;

/** A run that is under way: it yields what it needs done and is resumed with the answer. */
export type Execution = Generator<Effect, RunResult, Answer>;

/** What a driver has to be able to do; leaving one out does not compile. */
export interface Interpreter {
  readonly start: Start;
  /** The next message, `undefined` while there is none. */
  readonly wait: () => Message | undefined;
  readonly sleep: (effect: SleepEffect) => undefined;
  readonly alarm: (effect: AlarmEffect) => undefined;
  readonly clear: (effect: ClearEffect) => undefined;
  /** The outcome, `undefined` while there is none. */
  readonly call: (effect: CallEffect) => Outcome | undefined;
}
