import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { decodeValue } from '../../../src/durability/decode-value.ts';
import { encodeValue } from '../../../src/durability/encode-value.ts';
import { knownErrors } from '../../../src/durability/known-errors.ts';
import { LockstepError, MissingOutputError, UnstorableValueError } from '../../../src/index.ts';
import { assertError, thrownBy } from '../../shared/runtime/assert-error.ts';

const again = (value: unknown): unknown => decodeValue(encodeValue(value, 'the value'));

const bare = Object.assign(Object.create(null), { a: 1, $: ['Date', '0'] });

const circle: Record<string, unknown> = { inner: [] };
circle.inner = [{ circle }];

const shared = { a: 1 };

let deep: unknown = 1;
for (let level = 0; level < 100_000; level += 1) deep = [deep];

describe('TestStoredValues', () => {
  const values: Readonly<Record<string, unknown>> = {
    json: { a: [1, 'two', null, true, { b: {} }], ['__proto__']: 1 },
    own_proto: JSON.parse('{"__proto__": {"a": 1}, "b": 2}'),
    undefined: { a: undefined, b: [undefined] },
    numbers: [0, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e308],
    bigint: 2n ** 80n,
    dates: [new Date(5)],
    collections: [new Map<unknown, unknown>([[{ k: 1 }, new Set([1, [2]])]]), /a\/b/giu],
    bytes: [new Uint8Array([0, 255]), Buffer.from('x'), new Float64Array([-0, 1.5]), new ArrayBuffer(3)],
    window_of_bytes: new Uint8Array([1, 2, 3, 4]).subarray(1, 3),
    tags_as_data: { $: ['Date', '0'], b: { $: 1 } },
    bare,
    shared: [shared, shared],
    text: 'a\0\ud800 \u2028',
  };
  for (const [name, value] of Object.entries(values)) {
    test(`test_a_value_is_the_same_again_${name}`, () => {
      assert.deepEqual(again(value), value);
    });
  }

  test('test_a_date_that_is_none', () => {
    assert.ok(Number.isNaN(Number(again(new Date(Number.NaN)))));
  });

  test('test_errors_have_their_class_their_cause_and_what_they_carry', () => {
    const cause = new MissingOutputError('a', 'x', ['y'], undefined);
    const error = Object.assign(new RangeError('no', { cause }), { status: 404, client: () => 1 });
    const read = again({ error }) as { readonly error: RangeError & { readonly status: number } };
    assertError(read.error, RangeError, 'no');
    assert.equal(read.error.status, 404);
    assert.ok(!('client' in read.error));
    assert.equal(read.error.stack, error.stack);
    assert.deepEqual(read.error.cause, cause);
    assert.ok(read.error.cause instanceof MissingOutputError);
    assert.deepEqual(Object.keys(cause), Object.keys(read.error.cause));
    const several = again(new AggregateError([error, 1], 'both')) as AggregateError;
    assert.ok(several instanceof AggregateError);
    assert.deepEqual([several.errors.length, several.errors[1]], [2, 1]);
  });

  test('test_an_error_of_an_unknown_class_keeps_its_name', () => {
    class OurError extends Error {
      override readonly name = 'OurError';
    }
    const read = again(new OurError('no')) as Error;
    assertError(read, Error, 'no');
    assert.equal(String(read), 'OurError: no');
  });

  const refused: Readonly<Record<string, readonly [value: unknown, path: string, problem: string]>> = {
    function: [{ a: [{ run: () => 1 }] }, '.a[0].run', 'is a function'],
    symbol: [[Symbol('x')], '[0]', 'is a symbol'],
    symbol_key: [{ a: { [Symbol('x')]: 1 } }, '.a', 'has a key that is a symbol'],
    class: [{ 'my url': new URL('http://a') }, '["my url"]', 'is an instance of URL'],
    promise: [{ a: Promise.resolve(1) }, '.a', 'await it first'],
    proxy: [{ a: new Proxy({}, {}) }, '.a', 'is a proxy'],
    map: [new Map([['k', () => 1]]), '.values()[0]', 'is a function'],
    circle: [circle, '.inner[0].circle', 'contains itself'],
    getter: [
      {
        get a(): never {
          throw new Error('no');
        },
      },
      '.a',
      'has a getter that throws',
    ],
    depth: [deep, '', 'nests too deeply'],
  };
  for (const [name, [value, path, problem]] of Object.entries(refused)) {
    test(`test_what_cannot_be_kept_is_refused_${name}`, async () => {
      const error = await thrownBy(() => encodeValue(value, "the output of node 'n'"));
      assertError(error, UnstorableValueError, "the output of node 'n'", problem, 'Allowed are');
      assert.equal(error.path, path);
    });
  }

  test('test_every_error_of_ours_is_known_by_its_class', async () => {
    const folder = new URL('../../../src/errors/', import.meta.url);
    for (const file of readdirSync(folder)) {
      for (const made of Object.values<unknown>(await import(new URL(file, folder).href))) {
        if (typeof made !== 'function' || !(made.prototype instanceof LockstepError)) continue;
        assert.equal(
          knownErrors.get(made.name),
          made,
          `add ${made.name} to src/durability/known-errors.ts, so that an error read from a checkpoint has its class`,
        );
      }
    }
  });

  test('test_a_kind_of_value_from_a_later_version_is_named', () => {
    assert.throws(() => decodeValue('{"$":["Temporal","x"]}'), /'Temporal' is no kind of value/);
  });
});
