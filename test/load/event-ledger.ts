import type { RunEvent } from '../../types/index.ts';

/** What one run has told so far. */
interface Account {
  events: number;
  openNodes: number;
  ended: boolean;
}

const ENDS = new Set(['runCompleted', 'runFailed', 'runCancelled']);

/** Keeps account of the events of many runs, and says what does not add up. */
export class EventLedger {
  readonly faults: string[] = [];
  /** How many runs have begun a node and have not ended, now and at most. */
  busy = 0;
  mostBusy = 0;
  events = 0;
  readonly #open = new Map<string, Account>();
  readonly #busy = new Set<string>();
  readonly counts = new Map<string, number>();

  /** Takes an event that a listener has heard. */
  take(event: RunEvent): undefined {
    this.events++;
    this.counts.set(event.type, (this.counts.get(event.type) ?? 0) + 1);
    const { runId, type } = event;
    if (type === 'runStarted') {
      if (this.#open.has(runId)) this.faults.push(`${runId} has started twice`);
      this.#open.set(runId, { events: 1, openNodes: 0, ended: false });
      return;
    }
    const account = this.#open.get(runId);
    if (account === undefined) {
      this.faults.push(`${type} of ${runId}, which is not under way`);
      return;
    }
    account.events++;
    if (type === 'nodeStarted') {
      account.openNodes++;
      if (event.parent === undefined) this.#occupy(runId);
    } else if (type === 'nodeCompleted' || type === 'nodeFailed') account.openNodes--;
    else if (ENDS.has(type)) this.#end(runId, type, account);
  }

  /** Compares what a stream has given with what was heard, and says whether all runs have ended. */
  close(streamed: number, heard: number): undefined {
    if (streamed !== heard) this.faults.push(`${streamed} events streamed, ${heard} heard`);
    if (this.#open.size > 0) this.faults.push(`${this.#open.size} runs have no end`);
    if (this.#busy.size > 0) this.faults.push(`${this.#busy.size} runs are still busy`);
  }

  #occupy(runId: string): undefined {
    this.#busy.add(runId);
    this.mostBusy = Math.max(this.mostBusy, this.#busy.size);
  }

  #end(runId: string, type: string, { openNodes }: Account): undefined {
    if (type === 'runCompleted' && openNodes !== 0) this.faults.push(`${runId} has ${openNodes} open nodes`);
    this.#open.delete(runId);
    this.#busy.delete(runId);
  }
}
