import type { NodeEventBase, RunEvent, RunResumed, RunStarted } from '../../types/run-event.ts';
import type { RecordedStatus, RunRecord } from '../../types/run-history.ts';
import { type Inside, insideWorkflow } from './inside.ts';
import { microseconds } from './microseconds.ts';
import { OpenNode, type Settled } from './open-node.ts';
import { recordedError } from './recorded-error.ts';
import type { RecordedRun } from './recorded-run.ts';
import { runGraph } from './run-graph.ts';

/** How many nodes a record holds: a loop over millions of items must not fill the memory. */
const MOST_NODES = 10_000;

/** The run itself, or one inside of it. */
interface Scope {
  /** The place of the node that it is inside of. */
  readonly parent: number | undefined;
  /** What the paths of its nodes begin with. */
  readonly prefix: string;
  readonly inside: Inside | undefined;
  /** The places of its nodes that are under way, by id: in a cycle, one iteration follows the other. */
  readonly open: Map<string, number>;
}

/** Makes the record of one run out of its events, and of those of the runs inside of it. */
export class RunRecorder {
  readonly #run: RecordedRun;
  readonly #scopes = new Map<string, Scope>();
  readonly #nodes: OpenNode[] = [];
  #leftOut = 0;
  #runId: string | undefined = undefined;
  #beganAt = 0;
  #endMs: number | undefined = undefined;
  #isResumed = false;
  #hasRun = false;
  #status: RecordedStatus | undefined = undefined;
  #error: unknown;

  constructor(run: RecordedRun) {
    this.#run = run;
  }

  /** Whether the run has begun, so that there is something to keep. */
  get hasBegun(): boolean {
    return this.#runId !== undefined;
  }

  /**
   * Takes an event.
   *
   * @param at - when it happened, on the clock of `performance.now()`: it may have been held back since
   */
  observe = (event: RunEvent, at = performance.now()): undefined => {
    const ms = this.#since(at);
    switch (event.type) {
      case 'runStarted':
      case 'runResumed':
        this.#begin(event, at);
        return;
      case 'nodeStarted':
        this.#hasRun = true;
        this.#take(event, ms);
        return;
      case 'nodeSkipped':
        this.#take(event, ms);
        this.#settle(event, ms, { outcome: 'skipped' });
        return;
      case 'nodeRetried':
        this.#nodeOf(event.runId, event.nodeId)?.retry(ms);
        return;
      case 'nodeCompleted':
        this.#settle(event, ms, { outcome: 'completed', ports: event.ports });
        return;
      case 'nodeFailed':
        this.#settle(event, ms, { outcome: 'failed', error: recordedError(event.error) });
        return;
      case 'runCompleted':
        this.#end(event.runId, ms, event.status);
        return;
      case 'runFailed':
        this.#end(event.runId, ms, 'failed', event.error);
        return;
      case 'runCancelled':
        this.#end(event.runId, ms, 'cancelled', event.error);
        return;
      default:
        return;
    }
  };

  /** Told when the body of a node is about to be called. */
  attemptStarted = (runId: string, nodeId: string): undefined => {
    this.#nodeOf(runId, nodeId)?.attempt(this.#since(performance.now()));
  };

  /**
   * The record of a run that has ended.
   *
   * @param id - of the record
   * @param failure - why the run has no result, where no event has told
   */
  record(id: string, failure: unknown): RunRecord {
    const durationMs = this.#endMs ?? this.#since(performance.now());
    const { workflow, maxConcurrency, profiler } = this.#run;
    const error = this.#error ?? failure;
    const record: RunRecord = {
      id,
      runId: this.#runId ?? '',
      workflow: workflow.name,
      origin: this.#isResumed ? (this.#hasRun ? 'resumed' : 'answered') : 'new',
      status: failure === undefined ? (this.#status ?? 'failed') : this.#failedStatus(),
      ...(error !== undefined && { error: recordedError(error) }),
      startedAt: Math.round(performance.timeOrigin + this.#beganAt),
      durationMs,
      maxConcurrency,
      graph: runGraph(workflow),
      nodes: this.#nodes.map((node) => node.record(durationMs)),
      leftOut: this.#leftOut,
    };
    return profiler === undefined ? record : { ...record, profile: profiler.end(record) };
  }

  // What was told before may have been overtaken: an end that could not be audited is a failure.
  #failedStatus(): RecordedStatus {
    return this.#status === 'cancelled' ? 'cancelled' : 'failed';
  }

  #begin(event: RunStarted | RunResumed, at: number): undefined {
    const { runId, parent } = event;
    if (parent === undefined) {
      this.#runId = runId;
      this.#beganAt = at;
      this.#isResumed = event.type === 'runResumed';
      this.#run.profiler?.begin();
      const inside = insideWorkflow(this.#run.workflow);
      this.#scopes.set(runId, { parent: undefined, prefix: '', inside, open: new Map() });
    } else {
      const outer = this.#scopes.get(parent.runId);
      const index = outer?.open.get(parent.nodeId);
      // Inside of a node that is left out, all is.
      if (outer === undefined || index === undefined) return;
      const prefix = `${this.#nodes[index]?.path}/`;
      const inside = outer.inside?.insideOf(parent.nodeId);
      this.#scopes.set(runId, { parent: index, prefix, inside, open: new Map() });
    }
    if (event.type === 'runResumed') this.#reuse(event, this.#since(at));
  }

  #reuse({ runId, finished }: RunResumed, ms: number): undefined {
    for (const nodeId of finished) {
      const nodeType = this.#scopes.get(runId)?.inside?.typeOf(nodeId) ?? '';
      this.#take({ runId, nodeId, nodeType }, ms);
      this.#settle({ runId, nodeId }, ms, { outcome: 'reused' });
    }
  }

  #take({ runId, nodeId, nodeType, iteration }: NodeEventBase, ms: number): undefined {
    const scope = this.#scopes.get(runId);
    if (scope === undefined || this.#nodes.length >= MOST_NODES) {
      this.#leftOut++;
      return;
    }
    const { parent, prefix, inside, open } = scope;
    // A slash of an id is doubled, so that no two nodes share a path.
    const path = prefix + (inside?.isLoop === true ? '*' : nodeId.replaceAll('/', '//'));
    open.set(nodeId, this.#nodes.length);
    this.#nodes.push(
      new OpenNode(
        {
          path,
          nodeId,
          nodeType,
          iteration,
          parent,
        },
        ms,
      ),
    );
  }

  #settle({ runId, nodeId }: { runId: string; nodeId: string }, ms: number, settled: Settled): undefined {
    this.#nodeOf(runId, nodeId)?.settle(ms, settled);
    this.#scopes.get(runId)?.open.delete(nodeId);
  }

  #end(runId: string, ms: number, status: RecordedStatus, error?: unknown): undefined {
    for (const index of this.#scopes.get(runId)?.open.values() ?? []) this.#nodes[index]?.record(ms);
    this.#scopes.delete(runId);
    if (runId !== this.#runId) return;
    this.#endMs = ms;
    this.#status = status;
    this.#error = error;
  }

  #nodeOf(runId: string, nodeId: string): OpenNode | undefined {
    return this.#nodes[this.#scopes.get(runId)?.open.get(nodeId) ?? -1];
  }

  /** Milliseconds since the start of the run, in whole microseconds. */
  #since(at: number): number {
    return microseconds(at - this.#beganAt);
  }
}
