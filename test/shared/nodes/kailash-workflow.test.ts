import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { fromKailash } from '../../../src/index.ts';
import { collectEvents } from '../runtime/collect-events.ts';
import { executeRuntime } from '../runtime/execute-runtime.ts';
import { forEachSide } from '../runtime/for-each-side.ts';
import { kits } from '../runtime/kits.ts';
import { httpOrigin } from './http-server.ts';

const edge = (source: string, output: string, target: string, input: string, others: object = {}) => ({
  ...{ source_node: source, source_output: output, target_node: target, target_input: input },
  ...others,
});

/** A workflow as the SDK exports it, with what it adds of its own. */
const orders = {
  workflow_id: 'a1',
  name: 'orders',
  description: 'routes orders',
  version: '1.0.0',
  author: '',
  metadata: { created_at: '2025-10-25' },
  nodes: {
    split: {
      node_id: 'split',
      node_type: 'SwitchNode',
      config: { condition_field: 'priority', operator: '==', value: 'high', case_prefix: 'case_' },
      position: [0, 0],
    },
    high: {
      node_id: 'high',
      node_type: 'PythonCodeNode',
      config: { name: 'high', code: "result = {'path': 'high', 'n': order['n']}" },
    },
    normal: {
      node_id: 'normal',
      node_type: 'PythonCodeNode',
      config: { code: "result = {'path': 'normal'}", max_code_lines: 10 },
    },
    merge: {
      node_id: 'merge',
      node_type: 'AsyncMergeNode',
      config: { merge_type: 'concat', skip_none: true },
    },
  },
  connections: [
    edge('split', 'true_output', 'high', 'order'),
    edge('split', 'false_output', 'normal', 'order'),
    edge('high', 'result.path', 'merge', 'data1'),
    edge('normal', 'result.path', 'merge', 'data2'),
  ],
};

const yaml = `
name: count
nodes:
  - id: count
    type: PythonCodeNode
    config: { code: "result = {'n': (n if 'n' in inputs else 0) + 1}", timeout: 20 }
  - id: after
    type: PythonCodeNode
    config: { code: "result = {'doubled': input['n'] * 2}" }
connections:
  - { from: count, to: after }
  - { from: count, from_output: result.n, to: count, to_input: n, cycle: true, max_iterations: 3, timeout: 60 }
`;

const DATED = { mayDiffer: 'answers tell their time' };

describe('TestSharedKailashWorkflow', () => {
  forEachSide(kits, ({ Runtime }, test) => {
    test('test_kailash_workflow_runs_with_its_own_names', async () => {
      const workflow = fromKailash(orders);
      assert.equal(workflow.name, 'orders');
      const runtime = new Runtime({ conditionalExecution: 'skip_branches' });
      const parameters = { split: { priority: 'high', n: 7 } };
      const results = await executeRuntime(runtime, workflow, { parameters });
      assert.deepEqual({ ...results.high }, { path: 'high', n: 7 });
      assert.deepEqual({ ...results.merge }, { merged: ['high'] });
      assert.equal(results.normal, undefined);
    });

    test('test_kailash_workflow_from_json_text_is_the_same', async () => {
      const workflow = fromKailash(JSON.stringify(orders));
      assert.deepEqual(workflow.toJSON(), fromKailash(orders).toJSON());
      const parameters = { split: { priority: 'low' } };
      const runtime = new Runtime({ conditionalExecution: 'skip_branches' });
      const results = await executeRuntime(runtime, workflow, { parameters });
      assert.deepEqual({ ...results.merge }, { merged: ['normal'] });
    });

    test('test_kailash_requests_are_sent_as_the_sdk_sends_them', DATED, async () => {
      const origin = await httpOrigin();
      const echo = `${origin}/echo`;
      const workflow = fromKailash({
        name: 'requests',
        nodes: {
          get: { node_type: 'HTTPRequestNode', config: { url: echo, method: 'get', params: { a: 1 } } },
          form: {
            node_type: 'AsyncHTTPRequestNode',
            config: { url: echo, method: 'POST', data: { b: 'x y' }, auth_type: 'bearer', auth_token: 't' },
          },
          rest: {
            node_type: 'RESTClientNode',
            config: {
              ...{
                base_url: `${origin}/`,
                resource: '/{what}',
                path_params: { what: 'echo' },
                method: 'PUT',
              },
              ...{ data: { c: [1] }, query_params: { d: 'e' } },
            },
          },
          all: { node_type: 'MergeNode', config: {} },
        },
        connections: [
          edge('get', 'response.content', 'all', 'data1'),
          edge('form', 'result.response.content.body', 'all', 'data2'),
          edge('rest', 'data', 'all', 'data3'),
        ],
      });
      const { all } = await executeRuntime(new Runtime(), workflow);
      const { query, method } = { query: [['a', '1']], method: 'GET' };
      assert.deepEqual((all as { readonly merged: unknown }).merged, [
        { method, query, headers: {}, body: '' },
        'b=x+y',
        {
          method: 'PUT',
          query: [['d', 'e']],
          headers: { 'content-type': 'application/json', 'content-length': '9' },
          body: '{"c":[1]}',
        },
      ]);
    });

    test('test_kailash_a_request_with_no_answer_is_tried_again_as_often_as_it_says', async () => {
      const workflow = fromKailash({
        name: 'dead',
        nodes: {
          ask: {
            node_type: 'HTTPRequestNode',
            config: { url: 'http://127.0.0.1:1/', retry_count: 2, retry_backoff: 0.001 },
          },
        },
        connections: [],
      });
      const runtime = new Runtime({ onError: 'continue' });
      const { events } = await collectEvents(runtime, workflow);
      const types = events.map(({ type }) => type);
      assert.deepEqual(types, [
        'runStarted',
        'nodeStarted',
        'nodeRetried',
        'nodeRetried',
        'nodeFailed',
        'runCompleted',
      ]);
    });

    test('test_kailash_a_cycle_ends_by_its_comparison', async () => {
      const counting = (check: string) =>
        fromKailash(yaml.replace('max_iterations: 3', `max_iterations: 9, convergence_check: ${check}`));
      const results = await executeRuntime(new Runtime(), counting('"n >= 5"'));
      assert.deepEqual({ ...results.after }, { doubled: 10 });
      const [cycle] = counting('"n == 2.5"').toJSON().cycles ?? [];
      assert.deepEqual(cycle?.convergeWhen, { node: 'count', output: 'n', operator: '==', value: 2.5 });
      const none = counting('"n != None"').toJSON().cycles ?? [];
      assert.deepEqual(none[0]?.convergeWhen, { node: 'count', output: 'n', operator: 'is_not_null' });
    });

    test('test_kailash_workflow_from_yaml_with_a_cycle', async () => {
      const results = await executeRuntime(new Runtime(), fromKailash(yaml));
      assert.deepEqual({ ...results.after }, { doubled: 6 });
    });
  });
});
