import type {
  AccessControl,
  AccessDecision,
  NodeAccess,
  UserContext,
  WorkflowAccess,
} from '../../types/access-control.ts';
import { explainAccess } from './explain-access.ts';
import type { AccessRequest } from './rule-applies.ts';
import { subjectOf } from './subject.ts';

/** A workflow as far as access to it is concerned. */
export interface GuardedWorkflow {
  readonly name: string;
  /** In plan order. */
  readonly nodes: readonly { readonly id: string; readonly type: string }[];
}

/**
 * Whether a user may run a workflow and what of its nodes, each answer with its reason. Without access control all is allowed.
 *
 * @param now - milliseconds since the epoch
 */
export const checkWorkflowAccess = (
  control: AccessControl | undefined,
  { name, nodes }: GuardedWorkflow,
  user: UserContext | undefined,
  now: number,
): WorkflowAccess => {
  const subject = user === undefined || control === undefined ? undefined : subjectOf(user, control);
  const decide = (action: AccessRequest['action'], node?: AccessRequest['node']): AccessDecision =>
    control === undefined
      ? {
          allowed: true,
          action,
          workflow: name,
          nodeId: node?.id ?? null,
          userId: user?.userId ?? null,
          rule: null,
          reason: 'the runtime has no accessControl.',
          remedy: '',
          considered: [],
        }
      : explainAccess(control, { action, workflow: name, node }, subject, now);
  const ofNode = (node: AccessRequest['node']): NodeAccess => ({
    executeNode: decide('executeNode', node),
    readOutput: decide('readOutput', node),
    writeInput: decide('writeInput', node),
  });
  return {
    ...decide('executeWorkflow'),
    nodes: Object.fromEntries(nodes.map(({ id, type }) => [id, ofNode({ id, type })])),
  };
};
