import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { SerializationError, Workflow, WorkflowBuilder } from '../../../src/index.ts';
import { assertError, thrownBy } from './assert-error.ts';
import { collectEvents, shortEvent } from './collect-events.ts';
import { executeRuntimeWithRunId } from './execute-runtime.ts';
import { forEachSide } from './for-each-side.ts';
import { kits } from './kits.ts';
import { assertStillWorks } from './still-works.ts';

const inner = new WorkflowBuilder('inner').addNode('CodeNode', 'double', { code: 'result = n * 2' }).build();

/** Every built-in node type that JSON can carry, a cycle and a condition. */
const whole = () =>
  new WorkflowBuilder('whole')
    .addNode('CodeNode', 'count', { code: 'result = { n: (typeof n === "undefined" ? 0 : n) + 1 }' })
    .addNode('SwitchNode', 'switch', { conditionField: 'n', operator: '>=', value: 3 })
    .addNode('WorkflowNode', 'sub', { workflow: inner })
    .addNode('CodeNode', 'never', { code: 'result = 0' })
    .addNode('MergeNode', 'merge', { mergeType: 'concat' })
    .addConnection('count', 'result', 'switch', 'input')
    .addConnection('switch', 'trueOutput.n', 'sub', 'n')
    .addConnection('switch', 'falseOutput', 'never', 'x')
    .addConnection('sub', 'double.result', 'merge', 'yes')
    .addConnection('never', 'result', 'merge', 'no')
    .addCycle('loop', {
      edges: [{ source: 'count', output: 'n', target: 'count', input: 'n' }],
      maxIterations: 9,
      convergeWhen: { node: 'count', output: 'n', operator: '==', value: 3 },
      timeoutMs: 60_000,
    })
    .build();

/** Names and values that YAML, JSON or a schema may take for something else. */
const oddities = () =>
  new WorkflowBuilder('no: "yes"\n')
    .addNode('CodeNode', 'a.b: #', {
      code: 'result = { got: inputs }\n// \u{1f600} ends\n\n',
      inputs: {
        constructor: ['null', '~', 'yes', '0o7', '1e3', '- a', '', ' ', '\ud800', '2020-01-01', '<<', '\r\n'],
        prototype: { '': 1, '1': 2, 'a: b': null, '<<': { x: 0.1 }, '? q': 1e21 },
        x: '$|>%@`\u2028',
      },
    })
    .addNode('CodeNode', 'constructor', { code: 'result = 1' })
    .addConnection('a.b: #', 'got', 'constructor', 'to String')
    .build();

const copies: readonly [name: string, copy: (workflow: Workflow) => Workflow][] = [
  ['json', (workflow) => Workflow.fromJSON(workflow.toJSON())],
  ['json_text', (workflow) => Workflow.fromJSON(JSON.stringify(workflow))],
  ['yaml', (workflow) => Workflow.fromYAML(workflow.toYAML())],
];

describe('TestSharedSerialization', () => {
  forEachSide(kits, ({ Runtime, oneAtATime }, test) => {
    for (const [name, copy] of copies) {
      test(`test_conditional_workflow_through_${name}_runs_the_same`, async () => {
        const runtime = new Runtime({ conditionalExecution: 'skip_branches', ...oneAtATime });
        const original = await executeRuntimeWithRunId(runtime, whole());
        const copied = await executeRuntimeWithRunId(runtime, copy(whole()));
        assert.deepEqual(copied.results, original.results);
        assert.deepEqual(Object.keys(copied.results), Object.keys(original.results));
        assert.deepEqual(copied.skipped, ['never']);
        assert.deepEqual(copied.results.merge?.merged, [6]);
        const events = async (workflow: Workflow) =>
          (await collectEvents(runtime, workflow)).events.map(shortEvent);
        assert.deepEqual(await events(copy(whole())), await events(whole()));
      });

      test(`test_nothing_is_lost_through_${name}`, () => {
        assert.deepEqual(copy(whole()).toJSON(), whole().toJSON());
        const runtime = new Runtime();
        assert.deepEqual(runtime.planExecution(copy(whole())), runtime.planExecution(whole()));
      });
    }

    for (const [name, copy] of copies) {
      test(`test_odd_names_and_strings_through_${name}`, async () => {
        const runtime = new Runtime();
        const workflow = oddities();
        const expected = await executeRuntimeWithRunId(runtime, workflow);
        assert.deepEqual(Object.keys(Object(expected.results['a.b: #']?.got)), [
          'constructor',
          'prototype',
          'x',
        ]);
        const { results } = await executeRuntimeWithRunId(runtime, copy(workflow));
        assert.deepEqual(results, expected.results);
        assert.deepEqual(copy(workflow).toJSON(), workflow.toJSON());
      });
    }

    const unreadable: readonly [name: string, read: () => unknown, ...says: string[]][] = [
      ['broken_yaml', () => Workflow.fromYAML('a: [1'), 'Cannot read the YAML text', 'line 1', 'toYAML()'],
      [
        'broken_json',
        () => Workflow.fromJSON('{ "a": '),
        'Cannot read the JSON text',
        'JSON.stringify(workflow)',
      ],
      ['a_scalar', () => Workflow.fromYAML('5'), 'Cannot read a workflow', 'it is 5: give a plain object'],
      [
        'another_version',
        () => Workflow.fromJSON({ version: 2 }),
        "'version' is 2: give 1",
        "'nodes' is missing",
      ],
      [
        'a_misspelt_entry',
        () => Workflow.fromJSON({ ...whole().toJSON(), cicles: [] } as never),
        "'cicles'",
        "Did you mean 'cycles'?",
      ],
    ];
    for (const [name, read, ...says] of unreadable) {
      test(`test_${name}_is_no_workflow`, async () => {
        assertError(await thrownBy(read), SerializationError, ...says);
        await assertStillWorks(new Runtime());
      });
    }

    test('test_a_function_node_has_no_json_form', async () => {
      const workflow = new WorkflowBuilder().addNode('FunctionNode', 'f', { run: () => 1 }).build();
      const error = await thrownBy(() => workflow.toJSON());
      assertError(error, SerializationError, "node 'f'", 'function', 'CodeNode');
      await assertStillWorks(new Runtime());
    });
  });
});
