import type { WorkflowContract } from '../../types/workflow.ts';
import { cycleIdsOf } from '../engine/cycle-ids.ts';
import type { Plan } from '../engine/plan.ts';
import { planOf } from '../engine/plan-of.ts';
import type { RunSettings } from '../engine/run-settings.ts';
import { CyclesDisabledError } from '../errors/cycles-disabled-error.ts';
import { InvalidWorkflowError } from '../errors/invalid-workflow-error.ts';
import { Workflow } from '../workflow/workflow.ts';

/**
 * The plan of a workflow, on a runtime of these settings.
 *
 * @throws {InvalidWorkflowError} the value is no built workflow
 * @throws {CyclesDisabledError} the workflow has cycles and `enableCycles` is false
 */
export const planFor = (workflow: WorkflowContract, { enableCycles }: RunSettings): Plan => {
  if (!(workflow instanceof Workflow)) {
    throw new InvalidWorkflowError(
      workflow,
      'Give what WorkflowBuilder.build() or Workflow.fromJSON() has answered.',
    );
  }
  const plan = planOf(workflow);
  const cycleIds = enableCycles ? [] : cycleIdsOf(plan);
  if (cycleIds.length > 0) throw new CyclesDisabledError(cycleIds);
  return plan;
};
