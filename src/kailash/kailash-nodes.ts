import { ignored, type KailashEntry, missing, oneOf, only, renamed, seconds } from './kailash-entry.ts';
import {
  httpEntries,
  httpInputs,
  httpOutputs,
  restEntries,
  restInputs,
  restOutputs,
} from './kailash-http.ts';
import type { PortNames } from './kailash-port.ts';
import { asyncSqlEntries, sqlEntries, sqlOutputs } from './kailash-sql.ts';

/** How a node type of the Python SDK is one here. */
export interface KailashNode {
  readonly type: string;
  readonly entries: Readonly<Record<string, KailashEntry>>;
  /** The ports that have another name here, or none. */
  readonly outputs: PortNames;
  readonly inputs: PortNames;
}

const about: Readonly<Record<string, KailashEntry>> = Object.fromEntries(
  ['id', 'node_id', 'name', 'description', 'version', 'author', 'tags', 'metadata', 'created_at'].map(
    (name) => [name, ignored],
  ),
);

const switchEntries = {
  ...about,
  condition_field: renamed('conditionField'),
  operator: renamed('operator'),
  value: renamed('value'),
  cases: renamed('cases'),
  case_prefix: only('case_', "Ports of cases begin with 'case_': rename them in the connections."),
  default_field: only('default', "The port is called 'default': rename it in the connections."),
  pass_condition_result: only(true, "The port 'conditionResult' is always there: remove the entry."),
  break_after_first_match: only(true, 'The first case that holds wins: use a switch for each case.'),
};

const mergeEntries = {
  ...about,
  merge_type: oneOf('mergeType', { concat: 'concat', zip: 'zip', merge_dict: 'mergeDict' }),
  key: renamed('key'),
  skip_none: renamed('skipNull'),
};

const codeEntries = {
  ...about,
  code: renamed('code'),
  timeout: seconds('timeoutMs'),
  max_memory_mb: renamed('memoryLimitMb'),
  function: missing("A Python function cannot be exported: write its body as 'code'."),
  class_type: missing("A Python class cannot be exported: write what it does as 'code'."),
  process_method: missing("Write what the method does as 'code'."),
  sandbox_mode: only(
    'restricted',
    'Code runs in a sandbox, always: give what it needs as inputs, and remove the entry.',
  ),
  imports: missing('Whatever the standard library has can be imported: remove the entry.'),
  input_schema: missing('Check the inputs in the code.'),
  output_schema: missing('Check the result in the code.'),
  // How Python's own types and linters see the code, and how many calls of one node there may be: nothing of what it answers.
  ...Object.fromEntries(
    ['input_types', 'output_type', 'max_code_lines', 'validate_security', 'max_concurrent_tasks'].map(
      (name) => [name, ignored],
    ),
  ),
};

const switchOutputs = {
  true_output: 'trueOutput',
  false_output: 'falseOutput',
  condition_result: 'conditionResult',
};

/** The node types of the Python SDK that have a counterpart. */
export const kailashNodes: Readonly<Record<string, KailashNode>> = {
  ...both('SwitchNode', {
    entries: switchEntries,
    outputs: switchOutputs,
    inputs: { input_data: 'inputData' },
  }),
  ...both('MergeNode', { entries: mergeEntries, outputs: { merged_data: 'merged' }, inputs: {} }),
  ...both('PythonCodeNode', { entries: codeEntries, outputs: {}, inputs: {} }),
  SQLDatabaseNode: { type: 'SQLNode', entries: { ...about, ...sqlEntries }, outputs: sqlOutputs, inputs: {} },
  AsyncSQLDatabaseNode: {
    type: 'AsyncSQLNode',
    entries: { ...about, ...asyncSqlEntries },
    outputs: sqlOutputs,
    inputs: { params: 'parameters' },
  },
  ...eachColour('HTTPRequestNode', {
    entries: { ...about, ...httpEntries },
    outputs: httpOutputs,
    inputs: httpInputs,
  }),
  ...eachColour('RESTClientNode', {
    entries: { ...about, ...restEntries },
    outputs: restOutputs,
    inputs: restInputs,
  }),
};

/** The SDK's two nodes for requests, which are one here. */
function eachColour(name: string, node: Omit<KailashNode, 'type'>): Readonly<Record<string, KailashNode>> {
  const http = { type: 'HttpNode', ...node };
  return { [name]: http, [`Async${name}`]: http };
}

function both(type: string, node: Omit<KailashNode, 'type'>): Readonly<Record<string, KailashNode>> {
  return { [type]: { type, ...node }, [`Async${type}`]: { type: `Async${type}`, ...node } };
}
