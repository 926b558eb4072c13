import assert from 'node:assert/strict';
import { describe } from 'node:test';
import {
  type HttpConfig,
  HttpContentError,
  HttpHostError,
  HttpRequestError,
  HttpStatusError,
  InvalidConfigError,
  NodeTimeoutError,
  WorkflowBuilder,
} from '../../../src/index.ts';
import { assertError, thrownBy } from '../runtime/assert-error.ts';
import { executeRuntime } from '../runtime/execute-runtime.ts';
import { forEachSide } from '../runtime/for-each-side.ts';
import { kits } from '../runtime/kits.ts';
import { assertStillWorks, failingRun } from '../runtime/still-works.ts';
import { causeOf } from './cause-of.ts';
import { httpOrigin } from './http-server.ts';

const WHY = { mayDiffer: 'answers tell their time, and the server its port' };

describe('TestSharedHttpNode', () => {
  forEachSide(kits, ({ Runtime }, test) => {
    const asking = async (path: string, config: Omit<HttpConfig, 'url'> = {}) =>
      new WorkflowBuilder()
        .addNode('HttpNode', 'ask', { url: `${await httpOrigin()}${path}`, ...config })
        .build();
    const asked = async (path: string, config: Omit<HttpConfig, 'url'> = {}, inputs: object = {}) => {
      const runtime = new Runtime();
      const results = await executeRuntime(runtime, await asking(path, config), {
        parameters: { ask: inputs },
      });
      return results.ask;
    };
    const refused = async (path: string, config: Omit<HttpConfig, 'url'> = {}, inputs: object = {}) => {
      const runtime = new Runtime();
      const error = await failingRun(runtime, await asking(path, config), { parameters: { ask: inputs } });
      await assertStillWorks(runtime);
      return causeOf(error);
    };

    test('test_a_get_with_query_and_headers', WHY, async () => {
      const output = await asked('/echo?a=1', {
        query: { b: [2, 'x y'], c: true },
        headers: { 'X-One': 'two' },
      });
      assert.equal(output?.status, 200);
      assert.equal(output.ok, true);
      assert.equal(output.headers['content-type'], 'application/json');
      assert.equal(output.url, `${await httpOrigin()}/echo`);
      assert.deepEqual(output.body, {
        method: 'GET',
        query: [
          ['a', '1'],
          ['b', '2'],
          ['b', 'x y'],
          ['c', 'true'],
        ],
        headers: { 'x-one': 'two' },
        body: '',
      });
    });

    const bodies: readonly [
      type: 'json' | 'text' | 'form' | 'bytes',
      body: unknown,
      sent: string,
      as: string,
    ][] = [
      ['json', { a: [1, null] }, '{"a":[1,null]}', 'application/json'],
      ['text', 'héllo', 'héllo', 'text/plain;charset=UTF-8'],
      ['form', { a: '1 2', b: [3, 4] }, 'a=1+2&b=3&b=4', 'application/x-www-form-urlencoded;charset=UTF-8'],
      ['bytes', new Uint8Array([65, 66]), 'AB', 'application/octet-stream'],
    ];
    for (const [bodyType, body, sent, type] of bodies) {
      test(`test_a_body_as_${bodyType}`, WHY, async () => {
        const output = await asked('/echo', { method: 'POST', bodyType }, { body });
        const told = output?.body as {
          readonly body: string;
          readonly headers: Readonly<Record<string, string>>;
        };
        assert.equal(told.body, sent);
        assert.equal(told.headers['content-type'], type);
      });
    }

    test('test_how_a_response_is_read', WHY, async () => {
      assert.equal((await asked('/text'))?.body, 'héllo');
      assert.equal((await asked('/empty'))?.body, null);
      assert.deepEqual((await asked('/bytes', { response: 'bytes' }))?.body, new Uint8Array([0, 255, 7]));
      assert.match(String((await asked('/echo', { response: 'text' }))?.body), /^\{"method"/);
    });

    test('test_a_secret_header_comes_from_the_environment_and_stays_out_of_the_workflow', WHY, async () => {
      process.env.LOCKSTEP_TEST_TOKEN = 'hunter2';
      const workflow = await asking('/echo', { headersFrom: { authorization: 'LOCKSTEP_TEST_TOKEN' } });
      assert.ok(!JSON.stringify(workflow.toJSON()).includes('hunter2'));
      const runtime = new Runtime();
      const results = await executeRuntime(runtime, workflow);
      const told = results.ask?.body as { readonly headers: unknown };
      assert.deepEqual(told.headers, { authorization: 'hunter2' });
      delete process.env.LOCKSTEP_TEST_TOKEN;
      const missing = await refused('/echo', { headersFrom: { authorization: 'LOCKSTEP_TEST_TOKEN' } });
      assertError(missing, HttpContentError, 'LOCKSTEP_TEST_TOKEN', 'is not set');
    });

    test('test_a_status_that_is_no_success_is_an_error_or_an_output', WHY, async () => {
      const error = await refused('/status?code=429&token=hunter2');
      assertError(error, HttpStatusError, '/status answered with status 429', 'anyStatus: true');
      assert.equal(error.status, 429);
      assert.equal(error.retryAfterMs, 2_000);
      assert.ok(!error.message.includes('hunter2'));
      const output = await asked('/status?code=404', { anyStatus: true });
      assert.deepEqual([output?.status, output?.ok, output?.body], [404, false, { why: 'no' }]);
    });

    test('test_a_retry_policy_tries_again', WHY, async () => {
      const output = await asked('/flaky', { retry: { maxAttempts: 3, delayMs: 1 } });
      assert.deepEqual(output?.body, { after: 3 });
    });

    for (const [code, method] of [
      [302, 'GET'],
      [303, 'GET'],
      [307, 'POST'],
    ] as const) {
      test(`test_a_redirect_with_${code}_is_followed`, WHY, async () => {
        const output = await asked(`/redirect?code=${code}`, { method: 'POST' }, { body: { a: 1 } });
        const told = output?.body as {
          readonly method: string;
          readonly query: unknown;
          readonly body: string;
        };
        assert.deepEqual([told.method, told.query], [method, [['from', 'redirect']]]);
        assert.equal(told.body, method === 'POST' ? '{"a":1}' : '');
      });
    }

    test('test_redirects_without_end_are_an_error', WHY, async () => {
      assertError(await refused('/round'), HttpContentError, 'more than 5 times', 'maxRedirects');
      assert.equal((await asked('/round', { maxRedirects: 0, anyStatus: true }))?.status, 302);
    });

    const away: readonly [name: string, to: string][] = [
      ['metadata_of_a_cloud', 'http://169.254.169.254/latest/meta-data/'],
      ['another_port', 'http://127.0.0.1:1/'],
      ['another_name_of_the_host', 'http://localhost:1/'],
    ];
    for (const [name, to] of away) {
      test(`test_a_redirect_to_${name}_is_not_followed`, WHY, async () => {
        const error = await refused(`/away?to=${encodeURIComponent(to)}`);
        assertError(error, HttpHostError, new URL(to).host, 'a redirect', 'allowHosts');
      });
    }

    test('test_an_address_from_an_input_leads_to_allowed_hosts_only', WHY, async () => {
      const origin = await httpOrigin();
      assert.equal((await asked('/nowhere', {}, { url: `${origin}/text` }))?.body, 'héllo');
      for (const url of [
        'http://evil.example/',
        'http://127.0.0.1.evil.example/',
        'http://169.254.169.254/',
      ]) {
        assertError(await refused('/text', {}, { url }), HttpHostError, new URL(url).host, 'not allowed');
      }
      const userinfo = `http://ada:hunter2@${new URL(origin).host}/text`;
      const error = await refused('/text', {}, { url: userinfo });
      assert.ok(error instanceof Error && !error.message.includes('hunter2'));
      assertError(
        await refused('/text', {}, { url: 'file:///etc/passwd' }),
        HttpContentError,
        "scheme 'file:'",
      );
      assertError(await refused('/text', {}, { url: '/relative' }), HttpContentError, 'no absolute address');
    });

    test('test_a_response_that_is_too_large_is_not_read_to_its_end', WHY, async () => {
      assertError(await refused('/large', { maxBytes: 1000 }), HttpContentError, 'larger than 1000 bytes');
      assertError(
        await refused('/bomb', { maxBytes: 100_000 }),
        HttpContentError,
        'larger than 100000 bytes',
      );
    });

    test('test_a_response_that_is_no_json_is_not_quoted', WHY, async () => {
      const error = await refused('/bad-json');
      assertError(error, HttpContentError, 'no JSON', "response: 'text'");
      assert.ok(!error.message.includes('hunter2'));
    });

    test('test_a_server_that_does_not_answer_in_time', WHY, async () => {
      const error = await refused('/slow', { requestTimeoutMs: 100 });
      assertError(error, HttpRequestError, '/slow failed', 'no answer in time', 'requestTimeoutMs');
      assertError(await refused('/slow', { timeoutMs: 300 }), NodeTimeoutError, "'ask'");
    });

    test('test_a_connection_that_breaks_and_a_server_that_is_not_there', WHY, async () => {
      assertError(await refused('/cut'), HttpRequestError, '/cut failed');
      const nobody = new WorkflowBuilder().addNode('HttpNode', 'ask', { url: 'http://127.0.0.1:1/' }).build();
      const runtime = new Runtime();
      const error = causeOf(await failingRun(runtime, nobody));
      assertError(error, HttpRequestError, 'GET http://127.0.0.1:1/ failed', 'Change the port');
    });

    test('test_headers_and_bodies_that_cannot_be_sent', WHY, async () => {
      const broken = await refused('/echo', { headers: { 'x-a': 'b\r\nx-evil: 1' } });
      assertError(broken, HttpContentError, "'x-a'", 'line breaks');
      assertError(await refused('/echo', {}, { body: { a: 1 } }), HttpContentError, 'method', 'POST');
      assertError(
        await refused('/echo', { method: 'POST', bodyType: 'text' }, { body: 7 }),
        HttpContentError,
        'no string',
      );
      assertError(
        await refused('/echo', { query: { a: { b: 1 } } }),
        HttpContentError,
        "'a'",
        'string, number or boolean',
      );
    });

    const bad: readonly [name: string, config: object, ...says: string[]][] = [
      ['no_host_for_an_address_from_inputs', {}, "no 'allowHosts'", "'api.example'"],
      ['a_relative_address', { url: '/orders' }, "'url'", 'no absolute address'],
      ['an_unknown_method', { url: 'http://a.example', method: 'FETCH' }, "'FETCH'", "'GET'"],
      ['an_unknown_entry', { url: 'http://a.example', timeout: 1 }, "'timeout'", "'timeoutMs'"],
      [
        'a_host_that_is_an_address',
        { url: 'http://a.example', allowHosts: ['http://a.example/'] },
        'no host',
      ],
    ];
    for (const [name, config, ...says] of bad) {
      test(`test_a_bad_config_${name}`, async () => {
        const builder: WorkflowBuilder = new WorkflowBuilder();
        Reflect.apply(builder.addNode, builder, ['HttpNode', 'ask', config]);
        assertError(await thrownBy(() => builder.build()), InvalidConfigError, "'ask' (HttpNode)", ...says);
        await assertStillWorks(new Runtime());
      });
    }
  });
});
