import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fromKailash, KailashImportError } from '../../../src/index.ts';
import { assertError, thrownBy } from '../../shared/runtime/assert-error.ts';

const node = (node_type: string, config: object = {}) => ({ node_type, config });
const workflowOf = (nodes: object, connections: readonly object[] = []) => ({
  name: 'w',
  nodes,
  connections,
});

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
  [
    'a_cycle_that_ends_by_an_expression',
    workflowOf({ a: node('MergeNode') }, [
      { from: 'a', to: 'a', cycle: true, max_iterations: 3, convergence_check: 'x > 1' },
    ]),
    'connections.0.convergence_check',
    '"x > 1"',
    'convergeWhen',
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

  test('test_kailash_databases_and_their_ports', () => {
    const workflow = fromKailash(
      workflowOf(
        {
          read: node('SQLDatabaseNode', {
            connection_string: 'sqlite:///a.db',
            query: 'SELECT 1',
            pool_size: 5,
          }),
          more: node('AsyncSQLDatabaseNode', {
            connection_string: 'postgresql+asyncpg://h/d',
            query: 'SELECT 2',
            timeout: 60,
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
        const { path, url } = Object(config.database);
        return [type, path ?? url, config.timeoutMs];
      }),
      [
        ['SQLNode', 'a.db', undefined],
        ['AsyncSQLNode', 'postgresql://h/d', 60_000],
        ['MergeNode', undefined, undefined],
      ],
    );
    assert.deepEqual(
      workflow.connections.map(({ output }) => output),
      ['rows', 'result.rows'],
    );
  });
});
