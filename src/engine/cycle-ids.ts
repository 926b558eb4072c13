import type { Workflow } from '../workflow/workflow.ts';
import type { Plan } from './plan.ts';
import { planOf } from './plan-of.ts';

/** The ids of the cycles of a workflow and of its sub-workflows, those of a sub-workflow as `node/cycle`. */
export const cycleIdsOf = (plan: Plan): readonly string[] => [
  ...plan.cycles.map(({ declaration }) => declaration.id),
  ...plan.nodes.flatMap(({ id, workflow }) =>
    workflow === undefined ? [] : cycleIdsOf(planOf(workflow as Workflow)).map((inner) => `${id}/${inner}`),
  ),
];
