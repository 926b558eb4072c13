import type { NodeOutcome, NodeRecord, RunRecord } from '../../types/index.ts';

const node = (
  nodeId: string,
  nodeType: string,
  startMs: number,
  endMs: number,
  more: Partial<NodeRecord> = {},
): NodeRecord => ({
  path: nodeId,
  nodeId,
  nodeType,
  outcome: 'completed',
  startMs,
  endMs,
  attempts: [{ startMs, endMs, outcome: 'completed' }],
  retries: 0,
  ...more,
});

const idle = (nodeId: string, nodeType: string, atMs: number, outcome: NodeOutcome): NodeRecord =>
  node(nodeId, nodeType, atMs, atMs, { outcome, attempts: [] });

const edge = (source: string, target: string, output = 'result') => ({
  source,
  output,
  target,
  input: 'input',
});

const base = {
  id: '0199b5a2-5c00-7000-8000-000000000002',
  runId: '0199b5a2-5c00-7000-8000-000000000001',
  startedAt: Date.parse('2026-01-05T08:00:00.000Z'),
  origin: 'new',
  leftOut: 0,
} as const;

/** A run with a bit of everything: retries, a skipped branch, a sub-workflow, a cycle, a failure, a node that was cut off. */
export const busyRun: RunRecord = {
  ...base,
  workflow: 'order-approval',
  status: 'failed',
  error: { name: 'WorkflowExecutionError', code: 'WORKFLOW_EXECUTION' },
  durationMs: 1_240,
  maxConcurrency: 4,
  graph: {
    nodes: [
      { id: 'read', type: 'FileReadNode' },
      { id: 'customer', type: 'SQLNode' },
      { id: 'stock', type: 'HttpNode' },
      { id: 'isLarge', type: 'SwitchNode' },
      { id: 'approve', type: 'WorkflowNode' },
      { id: 'discount', type: 'CodeNode' },
      { id: 'price', type: 'CodeNode', cycle: 'bargain' },
      { id: 'ship', type: 'HttpNode' },
      { id: 'a report whose name is rather long, longer than its column', type: 'TransformNode' },
    ],
    edges: [
      edge('read', 'customer'),
      edge('read', 'stock'),
      edge('customer', 'isLarge'),
      edge('isLarge', 'approve', 'trueOutput'),
      edge('isLarge', 'discount', 'falseOutput'),
      edge('customer', 'price'),
      { ...edge('price', 'price'), cycle: 'bargain' },
      edge('approve', 'ship'),
      edge('stock', 'a report whose name is rather long, longer than its column'),
    ],
  },
  nodes: [
    node('read', 'FileReadNode', 2, 84),
    node('customer', 'SQLNode', 86, 214),
    node('stock', 'HttpNode', 88, 930, {
      retries: 2,
      attempts: [
        { startMs: 88, endMs: 240, outcome: 'failed' },
        { startMs: 342, endMs: 520, outcome: 'failed' },
        { startMs: 724, endMs: 930, outcome: 'completed' },
      ],
    }),
    node('isLarge', 'SwitchNode', 215, 216, { ports: ['trueOutput', 'conditionResult'] }),
    node('price', 'CodeNode', 216, 300, { iteration: 1 }),
    node('approve', 'WorkflowNode', 217, 760),
    node('ask', 'HttpNode', 219, 640, { path: 'approve/ask', parent: 5 }),
    node('sign', 'CodeNode', 642, 758, { path: 'approve/sign', parent: 5 }),
    idle('discount', 'CodeNode', 218, 'skipped'),
    node('price', 'CodeNode', 301, 372, { iteration: 2 }),
    node('price', 'CodeNode', 373, 440, { iteration: 3 }),
    node('ship', 'HttpNode', 762, 1_238, {
      outcome: 'failed',
      attempts: [{ startMs: 830, endMs: 1_238, outcome: 'failed' }],
      error: { name: 'HttpStatusError', code: 'HTTP_STATUS' },
    }),
    node('a report whose name is rather long, longer than its column', 'TransformNode', 931, 1_240, {
      outcome: 'aborted',
      attempts: [{ startMs: 931, endMs: 1_240, outcome: 'aborted' }],
    }),
  ],
};

/** A thousand nodes in ten lanes. */
export const longRun: RunRecord = {
  ...base,
  workflow: 'a thousand nodes',
  status: 'completed',
  durationMs: 30_000,
  maxConcurrency: 10,
  graph: {
    nodes: Array.from({ length: 1_000 }, (_, index) => ({ id: `n${index}`, type: 'FunctionNode' })),
    edges: Array.from({ length: 990 }, (_, index) => edge(`n${index}`, `n${index + 10}`)),
  },
  nodes: Array.from({ length: 1_000 }, (_, index) => {
    const startMs = Math.floor(index / 10) * 300 + (index % 10) * 7;
    return node(`n${index}`, 'FunctionNode', startMs, startMs + 40 + ((index * 37) % 180));
  }),
};
