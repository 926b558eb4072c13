import type { CheckpointRecord } from '../../types/checkpoint-store.ts';
import type { OnError } from '../../types/runtime-options.ts';
import type { NodeOutput } from '../../types/workflow.ts';
import { decodeValue } from '../durability/decode-value.ts';
import type { AccessGuard } from './access-guard.ts';
import type { Frontier } from './frontier.ts';
import { FAILED_NULL, FAILED_SKIP } from './liveness.ts';
import type { PlanNode } from './plan.ts';
import type { RunState } from './run-state.ts';

/** What is brought to where the checkpoints left it. */
export interface Restored {
  readonly state: RunState;
  readonly frontier: Frontier;
  /** Takes the next node that runs. */
  readonly take: () => PlanNode | undefined;
  /** What there is to see of what an earlier run has kept; `undefined` where all of it is. */
  readonly access: Pick<AccessGuard, 'recalled'> | undefined;
}

/**
 * Has every node that has settled before settle again, in the same order, without running it. What is ready then is in the order in which
 * it became ready, nodes that were under way first.
 */
export const restore = (
  { state, frontier, take, access }: Restored,
  before: readonly CheckpointRecord[],
): undefined => {
  const taken: PlanNode[] = [];
  const find = ({ subject, iteration }: CheckpointRecord): PlanNode | undefined => {
    const isIt = (node: PlanNode): boolean => node.id === subject && state.iterationOf(node) === iteration;
    const at = taken.findIndex(isIt);
    if (at !== -1) return taken.splice(at, 1)[0];
    for (let node = take(); node !== undefined; node = take()) {
      if (isIt(node)) return node;
      taken.push(node);
    }
    return undefined;
  };
  for (const record of before) {
    if (record.kind !== 'completed' && record.kind !== 'failed') continue;
    const node = find(record);
    // A resume was forced, and the workflow has no such node there any more.
    if (node === undefined) continue;
    const value = decodeValue(record.value);
    if (record.kind === 'completed') {
      const { output, ports } = value as {
        readonly output: NodeOutput;
        readonly ports?: readonly string[];
      };
      const shown = access?.recalled(output) ?? output;
      // What is masked routes as it was.
      state.complete(node, shown, ports ?? node.activePorts?.(output));
    } else {
      const { error, onError } = value as { readonly error: unknown; readonly onError: OnError };
      const shown = access === undefined ? error : access.recalled({ error }).error;
      state.lose(node, onError === 'continue' ? FAILED_NULL : FAILED_SKIP, shown);
      state.partial = true;
    }
    frontier.settle(node);
  }
  frontier.putBack(taken);
};
