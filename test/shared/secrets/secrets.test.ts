import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { inspect } from 'node:util';
import { REDACTED, SecretError, secret, Workflow, WorkflowBuilder } from '../../../src/index.ts';
import type { RunEvent, SecretProvider } from '../../../types/index.ts';
import { assertError, thrownBy } from '../runtime/assert-error.ts';
import { executeRuntime } from '../runtime/execute-runtime.ts';
import { forEachSide } from '../runtime/for-each-side.ts';
import { kits } from '../runtime/kits.ts';

const TOKEN = 'tok"en/2026+äé';
const secretProvider: SecretProvider = { sync: (name) => (name === 'TOKEN' ? TOKEN : undefined) };

/** Everything that a value holds, as text. */
const all = (value: unknown): string =>
  inspect(value, { depth: 99, showHidden: true, maxStringLength: null });

const leaking = new WorkflowBuilder('leaking')
  .addNode('FunctionNode', 'leak', {
    inputs: { token: secret('TOKEN') },
    run: ({ token }) => ({
      plain: token,
      nested: [{ list: new Set([`Bearer ${token}`]) }],
      encoded: Buffer.from(String(token)).toString('base64'),
      bytes: new TextEncoder().encode(String(token)),
      isRight: token === TOKEN,
    }),
  })
  .addNode('FunctionNode', 'next', { run: ({ value }) => ({ value }) })
  .addConnection('leak', 'plain', 'next', 'value')
  .build();

describe('TestSharedSecrets', () => {
  forEachSide(kits, ({ Runtime }, test) => {
    test('test_security_a_node_is_given_the_secret_and_nobody_else_sees_it', async () => {
      const runtime = new Runtime({ secretProvider });
      const events: RunEvent[] = [];
      runtime.on('*', (event) => events.push(event));
      const results = await executeRuntime(runtime, leaking);
      assert.equal(results.leak?.isRight, true);
      assert.deepEqual(results.next, { value: REDACTED });
      for (const text of [TOKEN, Buffer.from(TOKEN).toString('base64'), 'tok\\"en']) {
        assert.ok(!all([results, events]).includes(text), text);
      }
    });

    test('test_security_an_error_does_not_tell_a_secret', async () => {
      const throwing = new WorkflowBuilder()
        .addNode('FunctionNode', 'throw', {
          inputs: { token: secret('TOKEN') },
          run: ({ token }) => {
            throw Object.assign(new TypeError(`no ${token}`, { cause: { token } }), { token });
          },
        })
        .build();
      const runtime = new Runtime({ secretProvider });
      const events: RunEvent[] = [];
      runtime.on('*', (event) => events.push(event));
      const error = (await thrownBy(() => executeRuntime(runtime, throwing))) as Error;
      assert.ok(error.cause instanceof TypeError);
      assert.equal(error.cause.message, `no ${REDACTED}`);
      assert.ok(!all([error, events]).includes('en/2026'), all(error));
    });

    test('test_security_a_secret_reaches_a_sub_workflow_and_stays_there', async () => {
      const inner = new WorkflowBuilder('inner')
        .addNode('FunctionNode', 'use', { run: ({ token }) => ({ token, isRight: token === TOKEN }) })
        .build();
      const outer = new WorkflowBuilder()
        .addNode('WorkflowNode', 'sub', { workflow: inner, inputs: { token: secret('TOKEN') } })
        .build();
      const results = await executeRuntime(new Runtime({ secretProvider }), outer);
      assert.deepEqual(results.sub, { use: { token: REDACTED, isRight: true } });
    });

    test('test_security_data_cannot_ask_for_a_secret', async () => {
      const asking = new WorkflowBuilder()
        .addNode('FunctionNode', 'data', { run: () => ({ value: { $secret: 'TOKEN' } }) })
        .addNode('FunctionNode', 'use', { run: ({ value }) => ({ value }) })
        .addConnection('data', 'value', 'use', 'value')
        .build();
      const results = await executeRuntime(new Runtime({ secretProvider }), asking);
      assert.deepEqual(results.use, { value: { $secret: 'TOKEN' } });
    });

    test('test_security_json_holds_the_reference_alone', async () => {
      const built = new WorkflowBuilder()
        .addNode('CodeNode', 'use', { inputs: { token: secret('TOKEN') }, code: 'result = token.length' })
        .build();
      const again = Workflow.fromJSON(JSON.parse(JSON.stringify(built)));
      assert.ok(JSON.stringify(again).includes('{"$secret":"TOKEN"}'));
      const results = await executeRuntime(new Runtime({ secretProvider }), again);
      assert.deepEqual(results.use, { result: TOKEN.length });
    });

    test('test_security_a_secret_that_is_not_there_is_an_error_by_name', async () => {
      const missing = new WorkflowBuilder()
        .addNode('FunctionNode', 'use', { inputs: { token: secret('TOKN') }, run: () => 1 })
        .build();
      const unknown = await thrownBy(() => executeRuntime(new Runtime({ secretProvider }), missing));
      assertError(unknown, SecretError, "'TOKN'", 'not known to the secretProvider');
      const none = await thrownBy(() => executeRuntime(new Runtime(), missing));
      assertError(none, SecretError, "'TOKN'", 'no secretProvider', 'environmentSecrets()');
    });
  });
});
