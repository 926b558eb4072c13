import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe } from 'node:test';
import { sharedFolder } from '../../../parity/testing/index.ts';
import { WorkflowBuilder } from '../../../src/index.ts';
import { httpOrigin } from '../../shared/nodes/http-server.ts';
import { executeRuntime } from '../../shared/runtime/execute-runtime.ts';
import { forEachSide } from '../../shared/runtime/for-each-side.ts';
import { kits } from '../../shared/runtime/kits.ts';

const folder = sharedFolder('api-workflows');
const WHY = { mayDiffer: 'the server tells the time, and each side has files of its own' };

describe('TestApiWorkflows', () => {
  forEachSide(kits, ({ id, Runtime }, test) => {
    test('test_what_an_api_answers_is_kept_in_a_database_and_a_file', WHY, async () => {
      const origin = await httpOrigin();
      const database = { type: 'sqlite', path: join(folder, `${id}.db`) } as const;
      const workflow = new WorkflowBuilder('import')
        .addNode('HttpNode', 'ask', {
          url: `${origin}/echo`,
          query: { list: ['a', "b'; DROP TABLE seen; --"] },
        })
        .addNode('TransformNode', 'names', { expression: 'body.query[*][1]' })
        .addNode('SQLNode', 'keep', {
          database,
          statements: [
            { name: 'create', query: 'CREATE TABLE IF NOT EXISTS seen (name text)' },
            { name: 'insert', query: 'INSERT INTO seen SELECT value FROM json_each(:names)' },
            { name: 'all', query: 'SELECT name FROM seen ORDER BY name' },
          ],
        })
        .addNode('FileWriteNode', 'write', { root: folder, path: `${id}.json`, encoding: 'json' })
        .addConnection('ask', 'body', 'names', 'body')
        .addConnection('names', 'result', 'keep', 'names')
        .addConnection('keep', 'results.all.rows', 'write', 'content')
        .build();
      const results = await executeRuntime(new Runtime(), workflow);
      assert.deepEqual(results.keep?.results.all?.rows, [{ name: 'a' }, { name: "b'; DROP TABLE seen; --" }]);
      assert.equal(results.write?.path, `${id}.json`);
    });

    test('test_a_service_that_fails_leads_to_the_other_branch', WHY, async () => {
      const origin = await httpOrigin();
      const workflow = new WorkflowBuilder('fallback')
        .addNode('HttpNode', 'ask', { url: `${origin}/status?code=503`, anyStatus: true })
        .addNode('SwitchNode', 'isUp', { conditionField: 'ok', value: true })
        .addNode('FunctionNode', 'use', { run: () => ({ from: 'service' }) })
        .addNode('FunctionNode', 'cached', { run: () => ({ from: 'cache' }) })
        .addNode('MergeNode', 'answer', { mergeType: 'mergeDict' })
        .addConnection('ask', 'result', 'isUp', 'data')
        .addConnection('isUp', 'trueOutput', 'use', 'input')
        .addConnection('isUp', 'falseOutput', 'cached', 'input')
        .addConnection('use', 'result', 'answer', 'use')
        .addConnection('cached', 'result', 'answer', 'cached')
        .build();
      const runtime = new Runtime({ conditionalExecution: 'skip_branches' });
      assert.deepEqual((await executeRuntime(runtime, workflow)).answer?.merged, { from: 'cache' });
    });
  });
});
