import type { AccessAction } from '../../types/access-control.ts';
import type { LoopBehaviour } from '../nodes/node-definition.ts';
import { ruleOn } from '../security/access-policy.ts';
import type { AccessRequest } from '../security/rule-applies.ts';
import type { Workflow } from '../workflow/workflow.ts';
import type { Plan, PlanNode } from './plan.ts';
import { planOf } from './plan-of.ts';
import type { RunAccess } from './run-access.ts';

const NEEDED: readonly AccessAction[] = ['executeNode', 'readOutput'];

const allows = ({ control, subject }: RunAccess, request: AccessRequest): boolean =>
  ruleOn(control, request, subject, Date.now()).allowed;

const isOpenInside = (access: RunAccess, workflow: string, node: PlanNode): boolean => {
  let inner: PlanNode['workflow'] = node.workflow;
  let body: LoopBehaviour | undefined = node.loop;
  while (body !== undefined) {
    const item = { id: access.loopNode ?? node.id, type: body.type };
    if (!NEEDED.every((action) => allows(access, { action, workflow, node: item }))) return false;
    const { behaviour }: LoopBehaviour['prepared'] = body.prepared;
    if (typeof behaviour !== 'object') break;
    if ('workflow' in behaviour) inner = behaviour.workflow;
    body = 'loop' in behaviour ? behaviour.loop : undefined;
  }
  return inner === undefined || isOpenWorkflow(access, planOf(inner as Workflow));
};

/** Whether a user may run, and see, all of a workflow, sub-workflows and loops included. */
export const isOpenWorkflow = (access: RunAccess, { workflow: { name: workflow }, nodes }: Plan): boolean =>
  allows(access, { action: 'executeWorkflow', workflow, node: undefined }) &&
  nodes.every(
    (node) =>
      NEEDED.every((action) =>
        allows(access, { action, workflow, node: { id: node.id, type: node.type } }),
      ) && isOpenInside(access, workflow, node),
  );
