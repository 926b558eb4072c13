import type { WorkflowWarning } from '../../types/execution-plan.ts';
import type { Plan, PlanNode } from './plan.ts';

/** What is odd about a workflow but does not stop it from running. */
export const workflowWarnings = (plan: Plan): readonly WorkflowWarning[] => {
  const sources = new Set(
    plan.nodes.flatMap((node) => node.feeds.flatMap((feed) => feed.edges.map((edge) => edge.source))),
  );
  const heads = new Set(
    plan.nodes.flatMap((node) =>
      node.feeds.flatMap((feed) => feed.edges.map((edge) => `${edge.source} ${edge.head}`)),
    ),
  );
  return plan.nodes.flatMap((node) => [
    ...(plan.nodes.length > 1 ? disconnected(node, sources) : []),
    ...unfedInputs(node),
    ...unusedPorts(node, sources, heads),
  ]);
};

const disconnected = (node: PlanNode, sources: ReadonlySet<number>): readonly WorkflowWarning[] =>
  node.feeds.length > 0 || sources.has(node.index)
    ? []
    : [
        {
          code: 'disconnected-node',
          nodeId: node.id,
          message: `Node '${node.id}' is connected to no other node. Connect it, or remove it if it is a leftover.`,
        },
      ];

const unfedInputs = (node: PlanNode): readonly WorkflowWarning[] =>
  node.required
    .filter(
      (name) =>
        !node.feeds.some((feed) => feed.name === name) && !node.defaults.some(([given]) => given === name),
    )
    .map((name) => ({
      code: 'input-not-connected',
      nodeId: node.id,
      message: `The required input '${name}' of node '${node.id}' is neither connected nor in its config. Every run has to give it as a parameter.`,
    }));

// Only of nodes that route and are used at all: a forgotten branch is likely a mistake, an unused value is not.
const unusedPorts = (
  node: PlanNode,
  sources: ReadonlySet<number>,
  heads: ReadonlySet<string>,
): readonly WorkflowWarning[] =>
  node.activePorts === undefined || node.ports === 'any' || !sources.has(node.index)
    ? []
    : node.ports
        .filter(
          (port) => !['conditionResult', 'default'].includes(port) && !heads.has(`${node.index} ${port}`),
        )
        .map((port) => ({
          code: 'port-not-connected',
          nodeId: node.id,
          message: `The output '${port}' of node '${node.id}' leads nowhere. Connect it if that branch should do something.`,
        }));
