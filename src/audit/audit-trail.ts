import type { AuditEntry, AuditEvent, AuditOptions, AutomaticAuditType } from '../../types/audit.ts';
import type { RunEvent } from '../../types/run-event.ts';
import { AuditSinkError } from '../errors/audit-sink-error.ts';
import { InvalidOptionError } from '../errors/invalid-option-error.ts';
import { isThenable } from '../nodes/is-thenable.ts';
import type { AuditedRun } from './audited-run.ts';
import { describeEvent } from './describe-event.ts';
import { recordable } from './recordable.ts';
import { sealEntry } from './seal-entry.ts';

const AUTOMATIC: Readonly<Record<AutomaticAuditType, true>> = {
  runStarted: true,
  runResumed: true,
  nodeCompleted: true,
  accessDenied: true,
  runCompleted: true,
  runFailed: true,
  runCancelled: true,
};

/** What a runtime records, for all of its runs in one chain. */
export class AuditTrail {
  readonly #options: AuditOptions;
  readonly #redacted: ReadonlySet<string>;
  /** Why the last entry was not stored; `undefined` where it was. */
  failure: AuditSinkError | undefined = undefined;

  constructor(options: AuditOptions) {
    this.#options = options;
    this.#redacted = new Set((options.redact ?? []).map((key) => key.toLowerCase()));
  }

  /**
   * Stores an entry that somebody else than the runtime makes.
   *
   * @throws {AuditSinkError} it could not be stored, whatever `onSinkFailure` says
   * @throws {InvalidOptionError} the event has no type, or one of the runtime's own
   */
  log(event: AuditEvent): AuditEntry {
    const { type, runId, userId, data } = event;
    if (typeof type !== 'string' || type === '' || Object.hasOwn(AUTOMATIC, type)) {
      throw new InvalidOptionError(
        'audit event type',
        type,
        `Give a name that is none of the runtime's own: ${Object.keys(AUTOMATIC).join(', ')}.`,
      );
    }
    return this.#store(type, {
      type,
      ...(runId === undefined ? {} : { runId }),
      ...(userId === undefined ? {} : { userId }),
      ...(data === undefined ? {} : { data: recordable(data, this.#redacted) }),
    });
  }

  /** Stores an event of a run, if it is one to store; answers why it could not, where that has to end the run. */
  record(event: RunEvent, run: AuditedRun): AuditSinkError | undefined {
    const { includePayloads = false, onSinkFailure = 'fail' } = this.#options;
    if (!Object.hasOwn(AUTOMATIC, event.type)) return undefined;
    if (event.type === 'nodeCompleted' && !includePayloads) return undefined;
    try {
      this.#store(event.type, describeEvent(event, run, includePayloads, this.#redacted));
    } catch (error) {
      if (onSinkFailure === 'fail') return error as AuditSinkError;
      process.emitWarning((error as AuditSinkError).message);
    }
    return undefined;
  }

  #store(type: string, entry: Omit<AuditEntry, 'sequence' | 'time' | 'previous' | 'hash'>): AuditEntry {
    const { sink } = this.#options;
    try {
      const head = atOnce(
        sink.head(),
        'sink.head answers with a promise, and the next entry is chained to what it returns',
      );
      const sealed = sealEntry({ time: new Date().toISOString(), ...entry }, head);
      atOnce(
        sink.append(sealed),
        'sink.append answers with a promise, and an entry has to be stored when it returns',
      );
      this.failure = undefined;
      return sealed;
    } catch (error) {
      this.failure = new AuditSinkError(type, error);
      throw this.failure;
    }
  }
}

/** What a sink has answered, unless it is a promise, whose rejection is nobody's then. */
const atOnce = <Answer>(answer: Answer, problem: string): Answer => {
  if (!isThenable(answer)) return answer;
  answer.then(undefined, () => undefined);
  throw new TypeError(problem);
};
