import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { InvalidConfigError, WorkflowBuilder } from '../../../src/index.ts';
import { assertError, thrownBy } from '../runtime/assert-error.ts';
import { executeRuntimeWithRunId } from '../runtime/execute-runtime.ts';
import { forEachSide } from '../runtime/for-each-side.ts';
import { kits } from '../runtime/kits.ts';
import { assertStillWorks } from '../runtime/still-works.ts';

/** One workflow, of the nodes as they are or of their asynchronous twins. */
const workflowOf = (prefix: '' | 'Async') => {
  const builder: WorkflowBuilder = new WorkflowBuilder();
  return builder
    .addNode(`${prefix}SwitchNode`, 'switch', { conditionField: 'kind', cases: ['a', 'b'] })
    .addNode(`${prefix}CodeNode`, 'a', { code: "result = { from: 'a' }" })
    .addNode(`${prefix}CodeNode`, 'b', { code: "result = { from: 'b' }" })
    .addNode(`${prefix}MergeNode`, 'merge', { mergeType: 'mergeDict' })
    .addConnection('switch', 'case_a', 'a', 'input')
    .addConnection('switch', 'case_b', 'b', 'input')
    .addConnection('a', 'result', 'merge', 'a')
    .addConnection('b', 'result', 'merge', 'b')
    .build();
};

describe('TestSharedAsyncTwins', () => {
  forEachSide(kits, ({ Runtime }, test) => {
    for (const conditionalExecution of ['skip_branches', 'route_data'] as const) {
      test(`test_conditional_async_twins_route_as_their_twins_do_${conditionalExecution}`, async () => {
        const options = { parameters: { switch: { kind: 'b' } } };
        const runtime = new Runtime({ conditionalExecution });
        const [plain, twin] = [
          await executeRuntimeWithRunId(runtime, workflowOf(''), options),
          await executeRuntimeWithRunId(runtime, workflowOf('Async'), options),
        ];
        assert.deepEqual([{ ...twin.results }, twin.skipped], [{ ...plain.results }, plain.skipped]);
        assert.deepEqual(twin.skipped, conditionalExecution === 'skip_branches' ? ['a'] : []);
        assert.deepEqual({ ...twin.results.merge }, { merged: { from: 'b' } });
      });
    }

    test('test_conditional_async_twins_are_analyzed_and_drawn_as_their_twins_are', async () => {
      const runtime = new Runtime();
      const text = (value: unknown): string => JSON.stringify(value).replaceAll('Async', '');
      const [plain, twin] = [workflowOf(''), workflowOf('Async')];
      assert.equal(text(runtime.analyzeConditions(twin)), text(runtime.analyzeConditions(plain)));
      assert.equal(runtime.analyzeConditions(twin).pattern, 'single');
      assert.equal(text(twin.toMermaid()), text(plain.toMermaid()));
    });

    test('test_async_twins_refuse_a_bad_config_under_their_own_name', async () => {
      const error = await thrownBy(() =>
        new WorkflowBuilder().addNode('AsyncSwitchNode', 's', JSON.parse('{ "operator": "===" }')).build(),
      );
      assertError(error, InvalidConfigError, "'s' (AsyncSwitchNode)", "'==='", "'=='");
      await assertStillWorks(new Runtime());
    });
  });
});
