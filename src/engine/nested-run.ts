import type { WorkflowContract } from '../../types/workflow.ts';
import type { Workflow } from '../workflow/workflow.ts';
import { accessInside } from './access-inside.ts';
import type { Attempt } from './attempt.ts';
import { splitParameters } from './parameters.ts';
import { planOf } from './plan-of.ts';
import type { Run } from './run.ts';
import { newRunId } from './run-id.ts';

/** The run of a sub-workflow: a fresh one under the outer run's mode and policies, which the attempt's signal ends. */
export const nestedRun = (
  outer: Run,
  attempt: Attempt,
  workflow: WorkflowContract,
  outerStop: () => Error | undefined,
): Run => {
  const plan = planOf(workflow as Workflow);
  return {
    runId: newRunId(),
    plan,
    settings: { ...(outer.loop?.inner ?? outer.settings), timeoutMs: undefined, signal: attempt.signal },
    parameters: splitParameters(attempt.inputs, plan.indexOf),
    emitter: outer.emitter,
    parent: { runId: outer.runId, nodeId: attempt.node.id },
    resilience: outer.resilience,
    limits: outer.limits,
    life: outer.life,
    resources: outer.resources,
    pool: outer.pool,
    access: accessInside(outer, attempt, false),
    vault: outer.vault,
    tracing: outer.tracing,
    recording: outer.recording,
    outerStop,
    checkpoints: undefined,
    durability: undefined,
    now: outer.now,
  };
};
