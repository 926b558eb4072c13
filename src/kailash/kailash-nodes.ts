import {
  ignored,
  type KailashEntry,
  missing,
  oneOf,
  only,
  renamed,
  seconds,
  Unmapped,
} from './kailash-entry.ts';
import {
  httpEntries,
  httpInputs,
  httpOutputs,
  restEntries,
  restInputs,
  restOutputs,
} from './kailash-http.ts';
import type { PortNames } from './kailash-port.ts';

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

const databaseOf: KailashEntry = (value) => {
  const text = String(value);
  const sqlite = /^sqlite:\/\/\/?(.*)$/.exec(text);
  if (sqlite !== null) {
    const path = sqlite[1] === '' ? ':memory:' : sqlite[1];
    return { database: { type: 'sqlite', path } };
  }
  if (/^postgres(ql)?(\+\w+)?:\/\//.test(text)) {
    return { database: { type: 'postgresql', url: text.replace(/^postgres(ql)?(\+\w+)?:/, 'postgresql:') } };
  }
  return new Unmapped('names a database that is neither SQLite nor PostgreSQL. Give one of these.');
};

const sqlEntries = {
  ...about,
  connection_string: databaseOf,
  query: renamed('query'),
  parameters: renamed('parameters'),
  params: renamed('parameters'),
  timeout: seconds('timeoutMs'),
  fetch_mode: only('all', "All rows are fetched: say LIMIT in the query, or set 'maxRows'."),
  result_format: only('dict', 'Rows are objects: pick their columns with a TransformNode.'),
  transaction_mode: oneOf('transaction', { auto: 'auto', none: 'none' }),
  optimistic_locking: only(false, "Set 'optimisticLock' to the placeholder of the expected version."),
  ...Object.fromEntries(
    [
      ...['database_type', 'pool_size', 'max_pool_size', 'max_overflow', 'pool_timeout', 'pool_recycle'],
      ...['pool_pre_ping', 'echo', 'share_pool', 'validate_queries'],
    ].map((name) => [name, ignored]),
  ),
};

const switchOutputs = {
  true_output: 'trueOutput',
  false_output: 'falseOutput',
  condition_result: 'conditionResult',
};
const sqlOutputs = { data: 'rows', row_count: 'rowCount' };

/** The node types of the Python SDK that have a counterpart. */
export const kailashNodes: Readonly<Record<string, KailashNode>> = {
  ...both('SwitchNode', {
    entries: switchEntries,
    outputs: switchOutputs,
    inputs: { input_data: 'inputData' },
  }),
  ...both('MergeNode', { entries: mergeEntries, outputs: { merged_data: 'merged' }, inputs: {} }),
  ...both('PythonCodeNode', { entries: codeEntries, outputs: {}, inputs: {} }),
  SQLDatabaseNode: { type: 'SQLNode', entries: sqlEntries, outputs: sqlOutputs, inputs: {} },
  AsyncSQLDatabaseNode: {
    type: 'AsyncSQLNode',
    entries: sqlEntries,
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
