import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { inspect } from 'node:util';
import { sharedFolder } from '../../../parity/testing/index.ts';
import {
  environmentSecrets,
  fileSecrets,
  InvalidOptionError,
  ResourceCloseError,
  SecretError,
  secret,
  Workflow,
  WorkflowBuilder,
} from '../../../src/index.ts';
import type { NodeInputs, RunEvent } from '../../../types/index.ts';
import { assertError, thrownBy } from '../runtime/assert-error.ts';
import { executeRuntime } from '../runtime/execute-runtime.ts';
import { forEachSide } from '../runtime/for-each-side.ts';
import { kits } from '../runtime/kits.ts';

const TOKEN = 'hunter2-"correct"\nhorse/battery?staple';
const PIN = '48151623';
const secrets: Readonly<Record<string, string>> = { TOKEN, PIN };
const forms = (value: string): readonly string[] => [[...value].reverse().join('')];
const secretProvider = { sync: (name: string) => secrets[name], forms };

/** All that a value tells whoever looks at it in any usual way. */
const told = (value: unknown): string => {
  const seen = new Set<unknown>();
  const texts: string[] = [
    inspect(value, { depth: 99, showHidden: true, getters: true, maxStringLength: null }),
  ];
  const visit = (each: unknown): undefined => {
    if (each instanceof Uint8Array) texts.push(Buffer.from(each).toString('latin1'));
    if ((typeof each !== 'object' && typeof each !== 'function') || each === null)
      return void texts.push(String(each)) as undefined;
    if (seen.has(each)) return undefined;
    seen.add(each);
    if (each instanceof Map || each instanceof Set) for (const one of [...each].flat()) visit(one);
    for (const key of Reflect.ownKeys(each)) {
      texts.push(String(key));
      visit(Reflect.get(each, key));
    }
    try {
      texts.push(JSON.stringify(each) ?? '', String(each));
    } catch {
      // A circle has no JSON; its members have been looked at.
    }
    return undefined;
  };
  visit(value);
  return texts.join('\n');
};

const MARKS = [
  'hunter2',
  'battery',
  'elpats',
  Buffer.from('horse/battery').toString('base64').slice(1, 12),
  PIN,
];

class Holder {
  readonly #kept: string;
  constructor(kept: string) {
    this.#kept = kept;
  }
  toJSON(): string {
    return this.#kept;
  }
}

const leaks: readonly (readonly [name: string, leak: (token: string, pin: string) => unknown])[] = [
  ['a_text', (token) => `Bearer ${token}`],
  ['a_key', (token) => ({ [token]: 1 })],
  ['a_symbol', (token) => ({ [Symbol(token)]: token })],
  [
    'a_circle',
    (token) => {
      const ring: Record<string, unknown> = { token };
      ring.self = { ring };
      return ring;
    },
  ],
  [
    'a_circle_of_lists',
    (token) => {
      const list: unknown[] = [];
      list.push([list, token]);
      return { list };
    },
  ],
  [
    'a_getter',
    (token) => ({
      get late() {
        return token;
      },
    }),
  ],
  [
    'a_getter_in_a_list',
    (token) => ({ list: [Object.defineProperty({}, 'x', { get: () => token, enumerable: true })] }),
  ],
  ['a_hidden_entry', (token) => Object.defineProperty({}, 'hidden', { value: token })],
  [
    'a_proxy',
    (token) => {
      let reads = 0;
      return new Proxy({ x: 'clean' }, { get: (_, key) => (key === 'x' && ++reads > 1 ? token : undefined) });
    },
  ],
  ['a_map', (token) => ({ map: new Map([[token, { token }]]) })],
  ['a_set', (token) => ({ set: new Set([[token]]) })],
  ['bytes', (token) => ({ bytes: Buffer.from(`x${token}`) })],
  ['wide_bytes', (token) => ({ bytes: new Uint8Array(new TextEncoder().encode(token)).buffer })],
  ['a_view', (token) => ({ view: new DataView(new TextEncoder().encode(token).buffer) })],
  ['a_number', (_, pin) => ({ pin: Number(pin), big: BigInt(pin) })],
  ['an_instance', (token) => ({ held: Object.assign(new (class Client {})(), { token }) })],
  ['an_instance_with_a_private_field', (token) => ({ held: new Holder(token) })],
  ['an_address', (token) => ({ url: new URL(`https://example.com/?t=${encodeURIComponent(token)}`) })],
  ['a_search', (token) => ({ search: new URLSearchParams({ token }) })],
  ['headers', (token) => ({ headers: new Headers({ authorization: token.split('\n')[1] ?? '' }) })],
  ['a_settled_promise', (token) => ({ promises: [Promise.resolve(token)] })],
  ['a_pattern', (_, pin) => ({ pattern: new RegExp(pin) })],
  ['json', (token) => ({ json: JSON.stringify({ token }) })],
  ['one_line_of_it', (token) => ({ line: token.split('\n')[1] })],
  [
    'base64_within_more',
    (token) => ({
      basic: Buffer.from(`user:${token}`).toString('base64'),
      off: Buffer.from(`ab${token}z`).toString('base64url'),
    }),
  ],
  ['hexadecimal_digits', (token) => ({ hex: Buffer.from(token).toString('hex') })],
  ['a_registered_form', (token) => ({ reversed: [...token].reverse().join('') })],
  [
    'an_error_in_the_output',
    (token) => ({ error: new AggregateError([new Error(token)], token, { cause: token }) }),
  ],
  ['a_reported_failure', (token) => ({ success: false, error: token })],
];

const failures: readonly (readonly [name: string, fail: (token: string) => unknown])[] = [
  ['an_error', (token) => new Error(`no ${token}`)],
  ['a_cause', (token) => new RangeError('no', { cause: new Error('deep', { cause: { token } }) })],
  ['an_aggregate', (token) => new AggregateError([new Error(token)], 'several')],
  [
    'an_error_that_is_its_own_cause',
    (token) => {
      const error = new Error(token);
      error.cause = error;
      return error;
    },
  ],
  ['a_text', (token) => token],
  [
    'an_entry',
    (token) => Object.assign(new TypeError('no'), { request: { headers: { authorization: token } } }),
  ],
  ['an_abort', (token) => new DOMException(token, 'AbortError')],
];

const using = (run: (inputs: NodeInputs) => unknown) =>
  new WorkflowBuilder('using')
    .addNode('FunctionNode', 'use', {
      inputs: { token: secret('TOKEN'), pin: secret('PIN') },
      run,
      retry: { maxAttempts: 2 },
    })
    .addNode('FunctionNode', 'next', { run: (inputs) => ({ ...inputs }) })
    .addConnection('use', 'result', 'next', 'whole')
    .build();

describe('TestSharedSecretLeaks', () => {
  forEachSide(kits, ({ Runtime, oneAtATime }, test) => {
    /** Everything that a run tells: results, errors, events of listeners and of a stream, under each error policy. */
    const everythingOf = async (workflow: Workflow): Promise<string> => {
      const runtime = new Runtime({ ...oneAtATime, secretProvider });
      const events: RunEvent[] = [];
      runtime.on('*', (event) => events.push(event));
      const outcomes: unknown[] = [];
      for (const onError of ['stop', 'continue', 'skipDependents'] as const) {
        try {
          outcomes.push(await executeRuntime(runtime, workflow, { onError }));
        } catch (error) {
          outcomes.push(error);
        }
      }
      try {
        for await (const event of runtime.stream(workflow)) events.push(event);
      } catch (error) {
        outcomes.push(error);
      }
      outcomes.push(
        workflow.toMermaid(),
        runtime.planExecution(workflow),
        runtime.validateWorkflow(workflow),
      );
      assert.ok(events.length >= 8);
      return told([outcomes, events]);
    };

    for (const [name, leak] of leaks) {
      test(`test_security_a_secret_is_not_told_by_${name}`, async () => {
        const text = await everythingOf(
          using(({ token, pin }) => leak(String(token), String(pin)) as object),
        );
        for (const mark of MARKS) assert.ok(!text.includes(mark), `${mark} in ${text.slice(0, 2000)}`);
      });
    }

    for (const [name, fail] of failures) {
      test(`test_security_a_secret_is_not_told_by_the_failure_${name}`, async () => {
        const throwing = ({ token }: NodeInputs): never => {
          throw fail(String(token));
        };
        const text = await everythingOf(using(throwing));
        for (const mark of MARKS) assert.ok(!text.includes(mark), `${mark} in ${text.slice(0, 2000)}`);
      });
    }

    test('test_security_what_holds_no_secret_stays_the_same_value', async () => {
      const clean = { map: new Map([[1, new Date(0)]]), error: new Error('clean'), list: [{ n: 1 }] };
      const runtime = new Runtime({ secretProvider });
      const results = await executeRuntime(
        runtime,
        using(() => clean),
      );
      assert.equal(results.use, clean);
    });

    test('test_security_parameters_cannot_ask_for_a_secret', async () => {
      const workflow = new WorkflowBuilder('asking')
        .addNode('FunctionNode', 'use', { run: ({ token }) => ({ type: typeof token }) })
        .addNode('WorkflowNode', 'sub', { workflow: using(({ token }) => ({ type: typeof token })) })
        .build();
      const token = { $secret: 'TOKEN' };
      const parameters = { token, use: { token }, sub: { use: { token } } };
      const results = await executeRuntime(new Runtime({ secretProvider }), workflow, { parameters });
      assert.deepEqual(results.use, { type: 'object' });
      assert.deepEqual((results.sub as { readonly use: unknown }).use, { type: 'object' });
    });

    test('test_security_a_reference_in_json_cannot_lead_out_of_the_folder', async () => {
      const folder = sharedFolder('secrets');
      mkdirSync(join(folder, 'in'), { recursive: true });
      writeFileSync(join(folder, 'outside'), 'outside-value');
      writeFileSync(join(folder, 'in', 'DB'), 'inside-value\n');
      const runtime = new Runtime({ secretProvider: fileSecrets(join(folder, 'in')) });
      const made = (name: string): Workflow =>
        Workflow.fromJSON({
          version: 1,
          name: 'made',
          nodes: [
            {
              id: 'use',
              type: 'CodeNode',
              config: { inputs: { x: { $secret: name } }, code: 'result = x.length' },
            },
          ],
          connections: [],
          cycles: [],
        });
      assert.deepEqual((await executeRuntime(runtime, made('DB'))).use, { result: 'inside-value'.length });
      for (const name of ['../outside', join(folder, 'outside'), '..', '.', '', 'DB\0', 'in/../DB']) {
        assertError(await thrownBy(() => executeRuntime(runtime, made(name))), SecretError, 'not allowed');
      }
    });

    test('test_security_only_variables_with_the_prefix_are_secrets', async () => {
      const workflow = using(() => 1);
      process.env.TOKEN = 'not-for-workflows';
      const runtime = new Runtime({ secretProvider: environmentSecrets() });
      assertError(
        await thrownBy(() => executeRuntime(runtime, workflow)),
        SecretError,
        "'TOKEN'",
        'not known',
      );
      Reflect.deleteProperty(process.env, 'TOKEN');
      const open = await thrownBy(() => new Runtime({ secretProvider: environmentSecrets({ prefix: '' }) }));
      assertError(open, InvalidOptionError, 'prefix');
    });

    test('test_security_a_later_run_does_not_tell_the_secret_of_an_earlier_one', async () => {
      let kept = '';
      const runtime = new Runtime({ secretProvider });
      await executeRuntime(
        runtime,
        using(({ token }) => {
          kept = String(token);
          return { length: kept.length };
        }),
      );
      const later = new WorkflowBuilder('later')
        .addNode('FunctionNode', 'tell', { run: () => ({ kept }) })
        .build();
      assert.ok(!told(await executeRuntime(runtime, later)).includes('hunter2'));
    });

    test('test_security_a_resource_that_cannot_be_closed_does_not_tell_a_secret', async () => {
      const leaf = {
        open: () => ({}),
        close: () => {
          throw new Error(`bad token ${TOKEN}`);
        },
      };
      const opening = new WorkflowBuilder('opening')
        .addNode('FunctionNode', 'use', {
          inputs: { token: secret('TOKEN') },
          run: (_, { resources }) => {
            resources.acquire('client');
            return 1;
          },
        })
        .build();
      const kept = new Runtime({ secretProvider, persistent: true, resources: { client: leaf } });
      await executeRuntime(kept, opening);
      const closed = await thrownBy(() => kept.close());
      assertError(closed, ResourceCloseError, 'bad token [secret]');
      assert.ok(!told(closed).includes('hunter2'));

      const warnings: string[] = [];
      const hear = ({ message }: Error): unknown => warnings.push(message);
      process.on('warning', hear);
      await executeRuntime(new Runtime({ secretProvider, resources: { client: leaf } }), opening);
      await setImmediate();
      process.off('warning', hear);
      assert.deepEqual(warnings, ["Resource 'client' was not closed: bad token [secret]"]);
    });
  });
});
