import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fromKailash, InvalidConfigError, KailashImportError } from '../../../src/index.ts';
import { ignored } from '../../../src/kailash/kailash-entry.ts';
import { kailashNodes } from '../../../src/kailash/kailash-nodes.ts';
import { assertError, thrownBy } from '../../shared/runtime/assert-error.ts';

const node = (node_type: string, config: object = {}) => ({ node_type, config });
const workflowOf = (nodes: object, connections: readonly object[] = []) => ({
  name: 'w',
  nodes,
  connections,
});

/** What describes any node, and changes nothing. */
const ABOUT = new Set([
  ...['id', 'node_id', 'name', 'description', 'version', 'author', 'tags', 'metadata', 'created_at'],
]);

const problemsOf = async (exported: unknown): Promise<readonly (readonly [string, string])[]> => {
  const error = await thrownBy(() => fromKailash(exported));
  assertError(error, KailashImportError, 'nothing was built');
  return error.problems.map(({ path, detail }) => [path, detail] as const);
};

const mistakes: readonly [name: string, exported: unknown, path: string, ...says: string[]][] = [
  ['a_number', 5, 'workflow', 'to_dict()'],
  ['text_that_is_none', '{ nodes:', 'workflow', 'neither JSON nor YAML'],
  ['no_nodes', { name: 'w' }, 'nodes', 'missing'],
  ['a_node_without_a_type', workflowOf({ a: {} }), 'nodes.a', 'node_type'],
  [
    'an_unknown_type',
    workflowOf({ a: node('SwichNode') }),
    'nodes.a.node_type',
    "'SwichNode'",
    "Did you mean 'SwitchNode'?",
    'defineNode',
  ],
  [
    'a_function',
    workflowOf({ a: node('PythonCodeNode', { function: 'f' }) }),
    'nodes.a.config.function',
    "'code'",
  ],
  [
    'an_unknown_entry',
    workflowOf({ a: node('MergeNode', { chunk_size: 1000 }) }),
    'nodes.a.config.chunk_size',
    'Known:',
  ],
  [
    'another_word',
    workflowOf({ a: node('MergeNode', { merge_type: 'join' }) }),
    'nodes.a.config.merge_type',
    "'zip'",
  ],
  [
    'several_matches',
    workflowOf({ a: node('SwitchNode', { break_after_first_match: false }) }),
    'nodes.a.config.break_after_first_match',
    'a switch for each case',
  ],
  [
    'what_was_redacted',
    workflowOf({ a: node('SQLDatabaseNode', { connection_string: '***REDACTED***' }) }),
    'nodes.a.config.connection_string',
    'redacted',
  ],
  [
    'a_template',
    workflowOf({ a: node('SwitchNode', { value: '$'.concat('{limit}') }) }),
    'nodes.a.config.value',
    'template',
    'parameter',
  ],
  [
    'another_database',
    workflowOf({ a: node('SQLDatabaseNode', { connection_string: 'mysql://h/d' }) }),
    'nodes.a.config.connection_string',
    'SQLite nor PostgreSQL',
  ],
  [
    'half_a_connection',
    workflowOf({ a: node('MergeNode') }, [{ from: 'a' }]),
    'connections.0',
    'source_node',
  ],
  ...[
    'converged',
    'abs(x) < 1',
    'x > 1 and y > 1',
    'iteration >= 3',
    'x > y',
    'x < None',
    "x == 'a\\'b'",
  ].map((check): (typeof mistakes)[number] => [
    `a_cycle_that_ends_by_${check}`,
    workflowOf({ a: node('MergeNode') }, [
      { from: 'a', to: 'a', cycle: true, max_iterations: 3, convergence_check: check },
    ]),
    'connections.0.convergence_check',
    JSON.stringify(check),
    'convergeWhen',
  ]),
  [
    'an_end_that_two_nodes_could_tell',
    workflowOf({ a: node('MergeNode'), b: node('MergeNode') }, [
      { from: 'a', from_output: 'n', to: 'b' },
      { from: 'b', from_output: 'n', to: 'a', cycle: true, max_iterations: 3, convergence_check: 'n > 1' },
    ]),
    'connections.1.convergence_check',
    "more than one node ('a', 'b')",
  ],
  [
    'an_end_that_no_node_could_tell',
    workflowOf({ a: node('MergeNode'), b: node('MergeNode') }, [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'a', cycle: true, max_iterations: 3, convergence_check: 'n > 1' },
    ]),
    'connections.1.convergence_check',
    'no connection tells which node',
  ],
  [
    'what_else_a_cycle_says',
    workflowOf({ a: node('MergeNode') }, [
      { from: 'a', to: 'a', cycle: true, max_iterations: 3, memory_limit: 100 },
    ]),
    'connections.0.memory_limit',
    'resourceLimits',
  ],
  ...(
    [
      ['verify_ssl', false, 'NODE_EXTRA_CA_CERTS'],
      ['retry_count', 'twice', 'number of retries'],
      ['auth_type', 'digest', "'bearer'"],
      ['response_format', 'xml', "'json'"],
      ['rate_limit_delay', 1, 'bulkhead'],
      ['log_requests', true, 'Listen'],
      ['files', {}, 'Known:'],
    ] as const
  ).map(([entry, value, ...says]): (typeof mistakes)[number] => [
    `a_request_with_${entry}`,
    workflowOf({ a: node('HTTPRequestNode', { url: 'http://h', [entry]: value }) }),
    `nodes.a.config.${entry}`,
    ...says,
  ]),
  [
    'a_client_without_a_resource',
    workflowOf({ a: node('RESTClientNode', { base_url: 'http://h' }) }),
    'nodes.a.config.base_url',
    "'resource'",
  ],
  [
    'a_client_without_a_base',
    workflowOf({ a: node('AsyncRESTClientNode', { resource: 'users' }) }),
    'nodes.a.config.resource',
    "'base_url'",
  ],
  [
    'a_place_in_the_path_that_nothing_fills',
    workflowOf({ a: node('RESTClientNode', { base_url: 'http://h', resource: 'users/{id}' }) }),
    'nodes.a.config.base_url',
    '{id}',
    'path_params',
  ],
  [
    'pages',
    workflowOf({ a: node('RESTClientNode', { base_url: 'http://h', resource: 'users', paginate: true }) }),
    'nodes.a.config.paginate',
    'LoopNode',
  ],
  [
    'a_whole_response',
    workflowOf({ a: node('HTTPRequestNode', { url: 'http://h' }), b: node('MergeNode') }, [
      { from: 'a', from_output: 'response', to: 'b', to_input: 'data1' },
    ]),
    'connections.0.source_output',
    "'response'",
    "'response.content'",
  ],
  [
    'data_from_a_connection',
    workflowOf({ a: node('MergeNode'), b: node('AsyncHTTPRequestNode', { url: 'http://h' }) }, [
      { from: 'a', from_output: 'merged_data', to: 'b', to_input: 'data' },
    ]),
    'connections.0.target_input',
    "'json_data'",
  ],
  [
    'trusted_code',
    workflowOf({ a: node('PythonCodeNode', { code: 'result = 1', sandbox_mode: 'trusted' }) }),
    'nodes.a.config.sandbox_mode',
    'sandbox',
  ],
  [
    'a_transaction_by_hand',
    workflowOf({ a: node('AsyncSQLDatabaseNode', { query: 'SELECT 1', transaction_mode: 'manual' }) }),
    'nodes.a.config.transaction_mode',
    "'auto'",
  ],
  [
    'a_pool_without_a_limit',
    workflowOf({
      a: node('SQLDatabaseNode', {
        connection_string: 'sqlite:///a.db',
        query: 'SELECT 1',
        max_overflow: -1,
      }),
    }),
    'nodes.a.config.max_overflow',
    'a pool without a limit',
  ],
  [
    'a_time_limit_in_words',
    workflowOf({
      a: node('AsyncSQLDatabaseNode', { connection_string: 'sqlite:///a.db', query: 'x', timeout: '1 min' }),
    }),
    'nodes.a.config.timeout',
    'a number of seconds',
  ],
];

describe('TestFromKailash', () => {
  for (const [name, exported, path, ...says] of mistakes) {
    test(`test_kailash_says_what_it_cannot_map_${name}`, async () => {
      const [first, ...others] = await problemsOf(exported);
      assert.equal(first?.[0], path);
      for (const each of says) assert.ok(first?.[1].includes(each), `${first?.[1]} does not say ${each}`);
      assert.deepEqual(others, []);
    });
  }

  test('test_kailash_says_everything_at_once', async () => {
    const nodes = { a: node('CSVReaderNode'), b: node('PythonCodeNode', { class_type: 'C', colour: 1 }) };
    const paths = (await problemsOf(workflowOf(nodes))).map(([path]) => path);
    assert.deepEqual(paths, ['nodes.a.node_type', 'nodes.b.config.class_type', 'nodes.b.config.colour']);
  });

  test('test_kailash_passes_over_only_what_says_nothing_about_what_a_node_does', () => {
    const passedOver = Object.entries(kailashNodes).map(
      ([type, { entries }]) =>
        [type, Object.keys(entries).filter((key) => entries[key] === ignored && !ABOUT.has(key))] as const,
    );
    const code = [
      'input_types',
      'output_type',
      'max_code_lines',
      'validate_security',
      'max_concurrent_tasks',
    ];
    const connections = ['database_type', 'pool_recycle', 'pool_pre_ping', 'echo'];
    const sql = [...connections, 'share_pool', 'validate_queries'];
    // Parts of what another entry becomes.
    const http = ['retry_backoff', 'auth_token', 'auth_username', 'auth_password', 'api_key_header'];
    const rest = [...http, 'path_params'];
    assert.deepEqual(passedOver, [
      ['SwitchNode', []],
      ['AsyncSwitchNode', []],
      ['MergeNode', []],
      ['AsyncMergeNode', []],
      ['PythonCodeNode', code],
      ['AsyncPythonCodeNode', code],
      ['SQLDatabaseNode', [...sql, 'max_pool_size']],
      ['AsyncSQLDatabaseNode', [...sql, 'pool_size', 'max_overflow']],
      ['HTTPRequestNode', http],
      ['AsyncHTTPRequestNode', http],
      ['RESTClientNode', rest],
      ['AsyncRESTClientNode', rest],
    ]);
  });

  test('test_kailash_a_node_that_is_given_its_address_names_the_hosts', async () => {
    const given = (config: object) => workflowOf({ a: node('HTTPRequestNode', config) });
    const error = await thrownBy(() => fromKailash(given({ method: 'get' })));
    assertError(error, InvalidConfigError, 'allowHosts');
    const [asked] = fromKailash(given({ method: 'get', allowHosts: ['h'] })).nodes;
    assert.deepEqual([asked?.config.method, asked?.config.allowHosts], ['GET', ['h']]);
  });

  test('test_kailash_authentication_becomes_headers', () => {
    const headersOf = (config: object): unknown =>
      fromKailash(workflowOf({ a: node('HTTPRequestNode', { url: 'http://h', ...config }) })).nodes[0]?.config
        .headers;
    const headers = { Accept: 'x' };
    assert.deepEqual(headersOf({ headers, auth_type: 'bearer', auth_token: 't' }), {
      Accept: 'x',
      Authorization: 'Bearer t',
    });
    assert.deepEqual(headersOf({ auth_type: 'basic', auth_username: 'u', auth_password: 'p' }), {
      Authorization: 'Basic dTpw',
    });
    assert.deepEqual(headersOf({ auth_type: 'api_key', auth_token: 't' }), { 'X-API-Key': 't' });
    assert.deepEqual(headersOf({ auth_type: 'api_key', auth_token: 't', api_key_header: 'K' }), { K: 't' });
    assert.deepEqual(headersOf({ auth_type: 'oauth2', auth_token: 't' }), { Authorization: 'Bearer t' });
    assert.deepEqual(headersOf({ headers, auth_type: 'bearer' }), headers);
  });

  test('test_kailash_databases_and_their_ports', () => {
    const workflow = fromKailash(
      workflowOf(
        {
          read: node('SQLDatabaseNode', {
            connection_string: 'sqlite:///a.db',
            query: 'SELECT 1',
            pool_size: 5,
            pool_timeout: 2.5,
          }),
          scratch: node('SQLDatabaseNode', {
            connection_string: 'sqlite:///:memory:',
            query: 'SELECT 3',
            max_overflow: 0,
          }),
          more: node('AsyncSQLDatabaseNode', {
            connection_string: 'postgresql+asyncpg://h/d',
            query: 'SELECT 2',
            timeout: 90,
            pool_size: 2,
            max_pool_size: 7,
          }),
          all: node('MergeNode'),
        },
        [
          { from: 'read', from_output: 'data', to: 'all', to_input: 'data1' },
          { from: 'more', from_output: 'result.data', to: 'all', to_input: 'data2' },
        ],
      ),
    );
    assert.deepEqual(
      workflow.nodes.map(({ type, config }) => {
        const { path, url, poolSize, acquireTimeoutMs, statementTimeoutMs } = Object(config.database);
        return [type, path ?? url, poolSize, acquireTimeoutMs, statementTimeoutMs];
      }),
      [
        ['SQLNode', 'a.db', 15, 2500, 60_000],
        ['SQLNode', ':memory:', undefined, 30_000, 60_000],
        ['AsyncSQLNode', 'postgresql://h/d', 7, 30_000, 90_000],
        ['MergeNode', undefined, undefined, undefined, undefined],
      ],
    );
    assert.deepEqual(
      workflow.connections.map(({ output }) => output),
      ['rows', 'result.rows'],
    );
  });

  test('test_kailash_end_of_a_cycle_by_the_output_of_a_named_node', async () => {
    const nodes = { a: node('PythonCodeNode', { code: 'result = {}' }), b: node('MergeNode') };
    const ending = (convergence_check: string) =>
      workflowOf(nodes, [
        { from: 'a', to: 'b', to_input: 'data1' },
        { from: 'b', from_output: 'merged_data', to: 'a', cycle: true, max_iterations: 3, convergence_check },
      ]);
    assert.deepEqual(
      { ...Object(fromKailash(ending("0 < a['n']")).cycles[0]?.convergeWhen) },
      { node: 'a', output: 'n', operator: '>', value: 0 },
    );
    const [[path, detail] = []] = await problemsOf(ending("c['n'] > 0"));
    assert.equal(path, 'connections.1.convergence_check');
    assert.match(detail ?? '', /'c' is no node of the cycle/);
  });
});
