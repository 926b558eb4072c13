import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UnclonableValueError } from '../../../src/errors/unclonable-value-error.ts';
import { compileProgram } from '../../../src/sandbox/compile-program.ts';
import { DEFAULT_SANDBOX_LIMITS, MAX_DEPTH } from '../../../src/sandbox/limits.ts';
import { runProgram } from '../../../src/sandbox/run-program.ts';

const run = (code: string, inputs: Readonly<Record<string, unknown>> = {}): unknown =>
  runProgram(compileProgram(code), inputs, DEFAULT_SANDBOX_LIMITS);

const nested = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
};

const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);

/** Values that come back from the sandbox as they went in. */
const copied: Readonly<Record<string, unknown>> = {
  null: null,
  undefined: undefined,
  true: true,
  'a number': 1.5,
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
  '-0': -0,
  'a bigint': 2n ** 70n,
  'an empty string': '',
  'a string with every kind of character': 'a\0b"\\\n\u2028é漢😀\ud800',
  'a property that is undefined': { a: undefined },
  'an array with undefined': [undefined, null],
  'a key named __proto__': JSON.parse('{"__proto__":{"polluted":1}}'),
  'a key named $': { $: ['bigint', '1'], a: -0 },
  'a Date': new Date(1234),
  'a RegExp': /a+(?<n>b)/giu,
  'a Map': new Map<unknown, unknown>([
    [{ a: 1 }, new Date(1)],
    [Number.NaN, undefined],
  ]),
  'a Set': new Set([1, 'a', [2n]]),
  'an ArrayBuffer': bytes.buffer,
  'a DataView': new DataView(bytes.buffer.slice(8)),
  Uint8Array: bytes,
  'a part of a buffer': bytes.subarray(3, 9),
  Uint8ClampedArray: new Uint8ClampedArray([1, 255]),
  Int16Array: new Int16Array([-1, 2]),
  Uint32Array: new Uint32Array([2 ** 32 - 1]),
  Float32Array: new Float32Array([0.5]),
  Float64Array: new Float64Array([-0, Number.NaN]),
  BigInt64Array: new BigInt64Array([-5n]),
  'empty containers': [[], {}, new Map(), new Set(), new Uint8Array()],
  'the deepest value allowed': nested(MAX_DEPTH - 1),
  'a large text': 'é'.repeat(200_000),
};

describe('sandbox: values that cross', () => {
  for (const [name, value] of Object.entries(copied)) {
    it(name, () => assert.deepStrictEqual(run('result = value', { value }), value));
  }

  it('an object without a prototype arrives as a plain object', () => {
    assert.deepStrictEqual(run('result = value', { value: Object.assign(Object.create(null), { a: 1 }) }), {
      a: 1,
    });
  });

  it('an invalid Date stays one', () => {
    const back = run('result = value', { value: new Date(Number.NaN) });
    assert.ok(back instanceof Date && Number.isNaN(back.getTime()));
  });

  it('a hole arrives as undefined', () => {
    assert.deepStrictEqual(run('result = value', { value: new Array(2) }), [undefined, undefined]);
  });

  it('a shared object is copied for each place', () => {
    const shared = { n: 1 };
    assert.deepStrictEqual(run('a.n = 2; result = [a, b]', { a: shared, b: shared }), [{ n: 2 }, { n: 1 }]);
    assert.equal(shared.n, 1);
  });

  it('a method of a value works in the sandbox', () => {
    const inputs = { date: new Date(86_400_000), map: new Map([['a', 1]]), bytes: new Uint8Array([1, 2]) };
    assert.deepStrictEqual(
      run('result = [date.getTime(), map.get("a"), bytes.length]', inputs),
      [86_400_000, 1, 2],
    );
  });
});

class Account {
  owner = 'Ada';
}
const circular: Record<string, unknown> = {};
circular.self = { circular };

/** Inputs that cannot be copied, with the start of the message. */
const refusedInputs: Readonly<Record<string, readonly [unknown, string]>> = {
  'a function': [{ save: () => 1 }, 'inputs.value.save is a function'],
  'a symbol': [[Symbol('s')], 'inputs.value[0] is a symbol'],
  'a key that is no name': [{ 'first name': { 0: Symbol() } }, 'inputs.value["first name"]["0"] is a symbol'],
  'a class instance': [new Account(), 'inputs.value is an instance of Account'],
  'an error': [new TypeError('t'), 'inputs.value is an instance of TypeError'],
  'a promise': [Promise.resolve(1), 'inputs.value is a promise'],
  'a Proxy': [new Proxy({}, {}), 'inputs.value is a Proxy'],
  'a WeakMap': [new WeakMap(), 'inputs.value is an instance of WeakMap'],
  'a function in a Map': [new Map([['a', () => 1]]), 'inputs.value[0] is a function'],
  'a getter that throws': [
    {
      get a(): never {
        throw new Error('no');
      },
    },
    'inputs.value.a has a getter that throws',
  ],
  'a circle': [circular, 'inputs contains itself'],
  'a chain of 100,000': [nested(100_000), `inputs nests deeper than ${MAX_DEPTH} levels`],
};

/** Results that cannot be copied, with the start of the message. */
const refusedResults: Readonly<Record<string, readonly [string, string]>> = {
  'a function': ['result = { a: [() => 1] }', 'result.a[0] is a function'],
  'a symbol': ['result = Symbol()', 'result is a symbol'],
  'a class instance': [
    'class Account {}; result = { of: new Account() }',
    'result.of is an instance of Account',
  ],
  'an error': ["result = new RangeError('r')", 'result is an instance of RangeError'],
  'a promise inside': ['result = [Promise.resolve(1)]', 'result[0] is a promise'],
  'a getter that throws': ['result = { get a() { throw 1; } }', 'result.a has a getter that throws'],
  'a circle': ['const o = {}; o.o = o; result = o', 'result contains itself'],
  'a deep chain': [
    'let o = 1; for (let i = 0; i < 1e5; i++) o = [o]; result = o',
    'result nests deeper than',
  ],
};

const refuses = (use: () => unknown, start: string): void => {
  assert.throws(use, (error) => {
    assert.ok(error instanceof UnclonableValueError);
    assert.ok(error.message.startsWith(start), error.message);
    assert.equal(error.code, 'UNCLONABLE_VALUE');
    return true;
  });
  assert.equal(run('result = 1'), 1, 'the next call works');
};

describe('sandbox: values that do not cross', () => {
  for (const [name, [value, start]] of Object.entries(refusedInputs)) {
    it(`input: ${name}`, () => refuses(() => run('result = 1', { value }), start));
  }
  for (const [name, [code, start]] of Object.entries(refusedResults)) {
    it(`result: ${name}`, () => refuses(() => run(code), start));
  }

  it('a shared tree of 2^60 values is refused before it is walked', () => {
    let value: unknown = [];
    for (let level = 0; level < 60; level += 1) value = [value, value];
    assert.throws(
      () => runProgram(compileProgram('1'), { value }, { ...DEFAULT_SANDBOX_LIMITS, memoryLimitMb: 1 }),
      { code: 'CODE_MEMORY' },
    );
  });
});
