import { inspect } from 'node:util';
import {
  InvalidConfigError,
  InvalidConnectionError,
  InvalidNodeIdError,
  UndeclaredCycleError,
  UnknownNodeError,
  UnknownNodeTypeError,
  UnknownPortError,
  type WorkflowBuilder,
} from '../../../src/index.ts';
import { type Mistake, node } from './mistake.ts';
import { gives } from './sample-nodes.ts';

const config =
  (type: string, value: unknown) =>
  (builder: WorkflowBuilder): unknown =>
    Reflect.apply(builder.addNode, builder, [type, 'n', value]);

/** What can be wrong with nodes and connections. */
export const builderMistakes: readonly Mistake[] = [
  {
    name: 'unknown_type',
    make: config('SwichNode', {}),
    error: UnknownNodeTypeError,
    says: ["'n'", "'SwichNode'", "Did you mean 'SwitchNode'?", "'FunctionNode'"],
  },
  ...([null, undefined, 7, class Shouting {}, { type: 'Shout' }] as const).map((type) => ({
    name: `type_that_is_${typeof type}_${String(type).slice(0, 5)}`,
    make: (builder: WorkflowBuilder) => Reflect.apply(builder.addNode, builder, [type, 'n', {}]),
    error: UnknownNodeTypeError,
    says: ["'n'", inspect(type), 'defineNode'],
  })),
  {
    name: 'duplicate_id',
    make: (builder) => node(builder, 'twin', 'twin'),
    error: InvalidNodeIdError,
    says: ["'twin'", 'has it already', 'an id of its own'],
  },
  ...(['', '__proto__', '7'] as const).map((id) => ({
    name: `id_${id === '' ? 'empty' : id}`,
    make: (builder: WorkflowBuilder) => node(builder, id),
    error: InvalidNodeIdError,
    says: [`'${id}'`, id === '' ? 'not empty' : 'Choose another'],
  })),
  {
    name: 'unknown_source',
    make: (builder) => {
      node(builder, 'alpha', 'beta');
      builder.addConnection('alpa', 'got', 'beta', 'x');
    },
    error: UnknownNodeError,
    says: ["'alpa'", "Did you mean 'alpha'?", "'beta'"],
  },
  {
    name: 'connection_without_target',
    make: (builder) => {
      node(builder, 'alpha');
      Reflect.apply(builder.addConnection, builder, ['alpha', 'got']);
    },
    error: UnknownNodeError,
    says: ["'undefined'", "'alpha'"],
  },
  {
    name: 'unknown_target',
    make: (builder) => {
      node(builder, 'alpha', 'beta');
      builder.addConnection('alpha', 'got', 'bta', 'x');
    },
    error: UnknownNodeError,
    says: ["'bta'", "Did you mean 'beta'?"],
  },
  {
    name: 'unknown_output_port',
    make: (builder) => {
      builder.addNode('SwitchNode', 'switch', { value: 1 });
      node(builder, 'target');
      builder.addConnection('switch', 'true_output', 'target', 'x');
    },
    error: UnknownPortError,
    says: ["'switch'", "output 'true_output'", "Did you mean 'trueOutput'?", "'falseOutput'"],
  },
  {
    name: 'unknown_case_port',
    make: (builder) => {
      builder.addNode('SwitchNode', 'switch', { cases: ['new', 'old'] });
      node(builder, 'target');
      builder.addConnection('switch', 'case_nwe', 'target', 'x');
    },
    error: UnknownPortError,
    says: ["'switch'", "'case_nwe'", "Did you mean 'case_new'?", "'default'"],
  },
  {
    name: 'unknown_input_port',
    make: (builder) => {
      node(builder, 'source');
      builder.addNode('SwitchNode', 'switch', { value: 1 });
      builder.addConnection('source', 'got', 'switch', 'inputs');
    },
    error: UnknownPortError,
    says: ["'switch'", "input 'inputs'", "Did you mean 'input'?", "'data'"],
  },
  {
    name: 'proto_as_an_input_name',
    make: (builder) => {
      node(builder, 'a', 'b');
      builder.addConnection('a', 'got', 'b', '__proto__');
    },
    error: InvalidConnectionError,
    says: ["'a'.got -> 'b'.__proto__", 'Choose another'],
  },
  {
    name: 'duplicate_connection',
    make: (builder) => {
      node(builder, 'a', 'b');
      builder.addConnection('a', 'got', 'b', 'x').addConnection('a', 'got', 'b', 'x');
    },
    error: InvalidConnectionError,
    says: ["'a'.got -> 'b'.x", 'twice', 'Remove one'],
  },
  {
    name: 'self_loop',
    make: (builder) => {
      node(builder, 'me');
      builder.addConnection('me', 'got', 'me', 'x');
    },
    error: InvalidConnectionError,
    says: ["'me'", 'back to itself', 'addCycle'],
  },
  {
    name: 'undeclared_cycle',
    make: (builder) => {
      node(builder, 'start', 'a', 'b', 'c');
      builder
        .addConnection('start', 'got', 'a', 'x')
        .addConnection('a', 'got', 'b', 'x')
        .addConnection('b', 'got', 'c', 'x')
        .addConnection('c', 'got', 'a', 'y');
    },
    error: UndeclaredCycleError,
    says: ['a -> b -> c -> a', 'addCycle'],
  },
  {
    name: 'undeclared_cycle_of_a_thousand_nodes',
    make: (builder) => {
      node(builder, ...Array.from({ length: 1_000 }, (_, index) => `n${index}`));
      for (let index = 0; index < 1_000; index += 1)
        builder.addConnection(`n${index}`, 'got', `n${(index + 1) % 1_000}`, 'x');
    },
    error: UndeclaredCycleError,
    says: ['n0 -> n1 -> ', '-> n9 -> (986 more nodes) -> n996 -> ', '-> n999 -> n0. Remove'],
  },
  {
    name: 'unknown_operator',
    make: config('SwitchNode', { operator: '===' }),
    error: InvalidConfigError,
    says: ["'n' (SwitchNode)", "'operator'", "'==='", "'=='", "'is_null'"],
  },
  {
    name: 'unknown_config_entry',
    make: config('SwitchNode', { condition_field: 'a' }),
    error: InvalidConfigError,
    says: ["'n' (SwitchNode)", "'condition_field'", "Did you mean 'conditionField'?"],
  },
  {
    name: 'case_port_collision',
    make: config('SwitchNode', { cases: ['a b', 'a-b'] }),
    error: InvalidConfigError,
    says: ['"a b"', '"a-b"', "'case_a_b'", 'rename'],
  },
  {
    name: 'value_and_cases',
    make: config('SwitchNode', { cases: [1], value: 1 }),
    error: InvalidConfigError,
    says: ["'value'", "'cases'", 'exclude'],
  },
  {
    name: 'unknown_merge_type',
    make: config('MergeNode', { mergeType: 'merge_dict' }),
    error: InvalidConfigError,
    says: ["'mergeType'", "'merge_dict'", "'mergeDict'"],
  },
  {
    name: 'merge_key_without_merge_dict',
    make: config('MergeNode', { key: 'id' }),
    error: InvalidConfigError,
    says: ["'key'", "'concat'", "mergeType: 'mergeDict'"],
  },
  {
    name: 'function_node_without_function',
    make: config('FunctionNode', {}),
    error: InvalidConfigError,
    says: ["'n' (FunctionNode)", "'run' is missing", 'give it'],
  },
  {
    name: 'function_node_with_a_string',
    make: config('FunctionNode', { run: 'x => x' }),
    error: InvalidConfigError,
    says: ["'run'", "'x => x'", 'function'],
  },
  {
    name: 'code_node_without_code',
    make: config('CodeNode', {}),
    error: InvalidConfigError,
    says: ["'n' (CodeNode)", "'code'"],
  },
  {
    name: 'code_node_with_a_function',
    make: config('CodeNode', { code: () => 1 }),
    error: InvalidConfigError,
    says: ["'n' (CodeNode)", "'code'", 'string'],
  },
  {
    name: 'code_node_with_a_syntax_error',
    make: config('CodeNode', { code: 'result = = 1' }),
    error: InvalidConfigError,
    says: ["'n' (CodeNode)", 'Syntax error', 'line 1', 'result = = 1'],
  },
  {
    name: 'sub_workflow_that_is_none',
    make: config('WorkflowNode', { workflow: { nodes: [] } }),
    error: InvalidConfigError,
    says: ["'n' (WorkflowNode)", "'workflow'", 'build()'],
  },
  {
    name: 'config_that_is_no_object',
    make: config('MergeNode', 7),
    error: InvalidConfigError,
    says: ["'n' (MergeNode)", 'number', 'give an object'],
  },
  ...['FunctionNode', 'CodeNode', 'MergeNode'].map((type) => ({
    name: `proto_among_the_inputs_of_a_${type}`,
    make: config(type, { ...gives(1), code: '1', inputs: JSON.parse('{ "__proto__": { "x": 1 } }') }),
    error: InvalidConfigError,
    says: ["'inputs'", "'__proto__'"],
  })),
  {
    name: 'bad_retry',
    make: config('FunctionNode', { ...gives(1), retry: { maxAttempts: 0 } }),
    error: InvalidConfigError,
    says: ["'retry.maxAttempts'", '0', 'from 1'],
  },
  {
    name: 'bad_time_limit',
    make: config('FunctionNode', { ...gives(1), timeoutMs: -1 }),
    error: InvalidConfigError,
    says: ["'timeoutMs'", '-1', 'greater than 0'],
  },
  {
    name: 'time_limit_that_no_timer_can_count',
    make: config('FunctionNode', { ...gives(1), timeoutMs: 1e12 }),
    error: InvalidConfigError,
    says: ["'timeoutMs'", '1000000000000', 'up to 2147483647'],
  },
];
