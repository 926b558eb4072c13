import type {
  Behaviour,
  Convergence,
  FunctionDescription,
  NodeDescription,
  RunCase,
  WorkflowDescription,
} from './description.ts';

const json = (value: unknown): string => JSON.stringify(value);
const literal = (value: unknown): string =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? `(${json(value)})` : json(value);

const bodyOf = (behaviour: Behaviour): string => {
  switch (behaviour.kind) {
    case 'value':
      return `() => ${literal(behaviour.value)}`;
    case 'undefined':
      return '() => undefined';
    case 'echo':
      return '(inputs) => ({ got: { ...inputs } })';
    case 'pick':
      return `(inputs) => inputs[${json(behaviour.input)}]`;
    case 'count':
      return "(inputs) => ({ count: (typeof inputs.count === 'number' ? inputs.count : 0) + 1 })";
    case 'context':
      return "(_, { attempt, iteration, parameters }) => ({ attempt, iteration: iteration ?? 'none', parameters: parameters ?? 'none' })";
    case 'throw':
      return `() => { throw new TypeError(${json(behaviour.message)}); }`;
    case 'throwValue':
      return `() => { throw ${literal(behaviour.value)}; }`;
    case 'failTimes':
      return `(_, { attempt }) => { if (attempt <= ${behaviour.times}) throw new RangeError(\`attempt \${attempt}\`); return ${json(behaviour.value)}; }`;
    case 'reportFailure':
      return `() => (${json({ success: false, ...(behaviour.error === undefined ? {} : { error: behaviour.error }), a: 1 })})`;
  }
};

const functionConfig = ({ behaviour, turns, inputs, retry }: FunctionDescription): string => {
  const run = turns === 0 ? bodyOf(behaviour) : `later(${turns}, ${bodyOf(behaviour)})`;
  const rest = [
    ...(inputs === undefined ? [] : [`inputs: ${json(inputs)}`]),
    ...(retry === undefined ? [] : [`retry: ${json(retry)}`]),
  ];
  return `{ ${[`run: ${run}`, ...rest].join(', ')} }`;
};

const nodeLine = (node: NodeDescription): string => {
  const { id, type, ...rest } = node;
  switch (node.type) {
    case 'function':
      return `.addNode('FunctionNode', ${json(id)}, ${functionConfig(node)})`;
    case 'need':
      return `.addNode(needNode, ${json(id)}, ${json({ ...node.config, ...(node.retry === undefined ? {} : { retry: node.retry }) })})`;
    case 'sub': {
      const { workflow, ...config } = rest as { readonly workflow: WorkflowDescription };
      const more = Object.entries(config).map(([name, value]) => `, ${name}: ${json(value)}`);
      return `.addNode('WorkflowNode', ${json(id)}, { workflow: ${workflowCode(workflow)}${more.join('')} })`;
    }
    default:
      return `.addNode('${type === 'switch' ? 'SwitchNode' : 'MergeNode'}', ${json(id)}, ${json(rest)})`;
  }
};

const convergenceCode = (when: Convergence): string => {
  switch (when.kind) {
    case 'data':
      return json({ node: when.node, output: when.output, operator: when.operator, value: when.value });
    case 'atIteration':
      return `(_, { iteration }) => iteration === ${when.iteration}`;
    case 'throw':
      return `() => { throw new TypeError(${json(when.message)}); }`;
    case 'slow':
      return '() => { for (const end = performance.now() + 0.4; performance.now() < end; ); return false; }';
  }
};

const workflowCode = ({ name, nodes, edges, cycles }: WorkflowDescription): string => {
  const lines = [
    ...nodes.map(nodeLine),
    ...edges.map(
      (edge) => `.addConnection(${[edge.source, edge.output, edge.target, edge.input].map(json).join(', ')})`,
    ),
    ...cycles.map(({ id, convergeWhen, ...cycle }) => {
      const when = convergeWhen === undefined ? '' : `, convergeWhen: ${convergenceCode(convergeWhen)}`;
      return `.addCycle(${json(id)}, { ...${json(cycle)}${when} })`;
    }),
    '.build()',
  ];
  return `untyped(new WorkflowBuilder(${json(name)}))\n${lines.map((line) => `    ${line}`).join('\n')}`;
};

const needNodeCode = `const needNode = defineNode({
  type: 'NeedNode',
  inputs: { need: { required: true }, extra: {} },
  outputs: ['out'],
  run: (inputs) => ({ out: { ...inputs } }),
});
`;

const laterCode = `  const later = (turns, run) => !isAsync ? run : async (inputs, context) => {
    for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    return run(inputs, context);
  };
`;

/** A case as a program that reproduces it against the public API. */
export const toCode = ({ workflow, parameters, options }: RunCase): string => {
  const code = workflowCode(workflow);
  return `// @ts-nocheck: generated
import { AsyncLocalRuntime, defineNode, LocalRuntime, WorkflowBuilder } from 'lockstep';

${code.includes('needNode') ? `${needNodeCode}\n` : ''}const untyped = (builder) => builder;
const flow = (isAsync) => {
${code.includes('later(') ? laterCode : ''}  return ${code};
};

const options = ${json(options)};
const parameters = ${json(parameters)};
const sync = () => new LocalRuntime(options).execute(flow(false), { parameters });
const oneAtATime = () => new AsyncLocalRuntime({ ...options, maxConcurrency: 1 }).execute(flow(true), { parameters });
const atOnce = () => new AsyncLocalRuntime(options).execute(flow(true), { parameters });
for (const run of [sync, oneAtATime, atOnce]) {
  try {
    console.log(run.name, await run());
  } catch (error) {
    console.log(run.name, error);
  }
}
`;
};
