import { defineNode, type Workflow, WorkflowBuilder } from '../../../src/index.ts';
import type { Color, NodeContext, NodeInputs } from '../../../types/index.ts';
import { behave, converges } from './behave.ts';
import type {
  CycleDescription,
  FunctionDescription,
  NodeDescription,
  WorkflowDescription,
} from './description.ts';

/** The node that `NeedDescription` stands for. */
export const needNode = defineNode({
  type: 'NeedNode',
  inputs: { need: { required: true }, extra: {} },
  outputs: ['out'],
  run: (inputs) => ({ out: { ...inputs } }),
});

const functionOf = ({ behaviour, turns }: FunctionDescription, color: Color) => {
  const run = (inputs: NodeInputs, context: NodeContext): unknown => behave(behaviour, inputs, context);
  if (color === 'sync' || turns === 0) return run;
  return async (inputs: NodeInputs, context: NodeContext): Promise<unknown> => {
    for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    return run(inputs, context);
  };
};

const argumentsOf = (node: NodeDescription, color: Color): readonly unknown[] => {
  const { id, type, ...rest } = node;
  switch (node.type) {
    case 'function': {
      const { behaviour: _, turns: __, ...config } = rest as Omit<FunctionDescription, 'id' | 'type'>;
      return ['FunctionNode', id, { ...config, run: functionOf(node, color) }];
    }
    case 'need': {
      const { config, retry } = node;
      return [needNode, id, { ...config, ...(retry === undefined ? {} : { retry }) }];
    }
    case 'sub':
      return ['WorkflowNode', id, { ...rest, workflow: toWorkflow(node.workflow, color) }];
    default:
      return [type === 'switch' ? 'SwitchNode' : 'MergeNode', id, rest];
  }
};

const cycleOf = ({ id: _, convergeWhen, ...cycle }: CycleDescription) => {
  if (convergeWhen === undefined) return cycle;
  if (convergeWhen.kind !== 'data') {
    return {
      ...cycle,
      convergeWhen: (_outputs: unknown, { iteration }: { readonly iteration: number }) =>
        converges(convergeWhen, iteration),
    };
  }
  const { kind: __, ...condition } = convergeWhen;
  return { ...cycle, convergeWhen: condition };
};

/** Builds what a description describes; on the sync side its functions answer at once. */
export const toWorkflow = (description: WorkflowDescription, color: Color): Workflow => {
  const builder: WorkflowBuilder = new WorkflowBuilder(description.name);
  for (const node of description.nodes)
    Reflect.apply(builder.addNode, builder, [...argumentsOf(node, color)]);
  for (const { source, output, target, input } of description.edges) {
    builder.addConnection(source, output, target, input);
  }
  for (const cycle of description.cycles) builder.addCycle(cycle.id, cycleOf(cycle));
  return builder.build();
};
