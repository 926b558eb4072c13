import { ruleOn } from '../security/access-policy.ts';
import type { AccessRequest } from '../security/rule-applies.ts';
import type { Attempt } from './attempt.ts';
import type { PlanNode } from './plan.ts';
import type { Run } from './run.ts';
import type { RunAccess } from './run-access.ts';
import { writtenInLoop, writtenInside } from './written-parameters.ts';

/** The access of the run inside of an attempt at a node. */
export const accessInside = (
  outer: Run,
  { node, inputs }: Attempt,
  isLoop: boolean,
): RunAccess | undefined => {
  const { access, parameters } = outer;
  if (access === undefined) return undefined;
  const written = writtenInside(node, inputs, parameters, access.written);
  return {
    ...access,
    written: isLoop ? writtenInLoop(written) : written,
    isConcealed: access.isConcealed || !isReadable(outer, access, node),
    loopNode: isLoop ? (access.loopNode ?? node.id) : undefined,
  };
};

/** What is asked of a node of a run, or of the run's workflow. */
export const requestOn = (
  { plan, access }: Run,
  action: AccessRequest['action'],
  node: PlanNode | undefined,
): AccessRequest => ({
  action,
  workflow: plan.workflow.name,
  node: node === undefined ? undefined : { id: access?.loopNode ?? node.id, type: node.type },
});

const isReadable = (run: Run, { control, subject }: RunAccess, node: PlanNode): boolean =>
  ruleOn(control, requestOn(run, 'readOutput', node), subject, Date.now()).allowed;
