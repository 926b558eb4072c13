import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CodeSyntaxError } from '../../../src/errors/code-syntax-error.ts';
import { CodeThrownError } from '../../../src/errors/code-thrown-error.ts';
import { compileProgram } from '../../../src/sandbox/compile-program.ts';
import { DEFAULT_SANDBOX_LIMITS } from '../../../src/sandbox/limits.ts';
import { runProgram } from '../../../src/sandbox/run-program.ts';

const run = (code: string, inputs: Readonly<Record<string, unknown>> = {}): unknown =>
  runProgram(compileProgram(code), inputs, DEFAULT_SANDBOX_LIMITS);

const errorOf = (use: () => unknown): unknown => {
  try {
    use();
  } catch (error) {
    return error;
  }
  return undefined;
};

type Case = {
  readonly code: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly value: unknown;
};

/** What programs come to. */
const programs: Readonly<Record<string, Case>> = {
  'an assignment to result': { code: 'result = { a: 1 + x }', inputs: { x: 2 }, value: { a: 3 } },
  'no result': { code: 'const a = 1', value: undefined },
  'an own declaration of result': { code: 'const result = 5', value: 5 },
  'a return': { code: 'if (x) { return "early"; } result = "late"', inputs: { x: 1 }, value: 'early' },
  'a bare return after an assignment': { code: 'result = 1; return;', value: 1 },
  'an input named result': { code: 'result = result + 1', inputs: { result: 1 }, value: 2 },
  'an input named result that the code does not name': {
    code: 'const a = 1',
    inputs: { result: 1 },
    value: undefined,
  },
  'inputs whose names are no variables': {
    code: "result = inputs['class'] + inputs['a b'] + inputs.await_ + inputs['await']",
    inputs: { class: 1, 'a b': 2, await_: 3, await: 4 },
    value: 10,
  },
  'an input named inputs': { code: 'result = inputs.inputs', inputs: { inputs: 7 }, value: 7 },
  'an input named __proto__': {
    code: 'result = [__proto__, Object.keys(inputs), typeof inputs.toString]',
    inputs: JSON.parse('{"__proto__":{"a":1}}'),
    value: [{ a: 1 }, ['__proto__'], 'function'],
  },
  'an input that shadows a built-in': { code: 'result = Object', inputs: { Object: 1 }, value: 1 },
  'an input with a name beyond ASCII': { code: 'result = größe + 1', inputs: { größe: 1 }, value: 2 },
  'an input that is assigned': { code: 'x += 1; result = x', inputs: { x: 1 }, value: 2 },
  'an own variable with the name of an input': { code: 'let x = 5; result = x', inputs: { x: 1 }, value: 5 },
  'many inputs': {
    code: 'result = Object.keys(inputs).length',
    inputs: Object.fromEntries(Array.from({ length: 70_000 }, (_, index) => [`k${index}`, index])),
    value: 70_000,
  },
  await: { code: 'const a = await Promise.resolve(1); result = a + (await 1)', value: 2 },
  'a promise as result': { code: 'result = Promise.resolve({ a: 1 })', value: { a: 1 } },
  'a promise returned after an await': { code: 'await 1; result = Promise.resolve(2)', value: 2 },
  'a thenable as result': { code: 'result = { then(resolve) { resolve(3); } }', value: 3 },
  'an await in a comment': { code: '// await\nresult = 1 // await', value: 1 },
  'a comment at the end': { code: 'result = 1 /* a */ // b', value: 1 },
  'strict mode': { code: 'try { undeclared = 1 } catch (e) { result = e.name }', value: 'ReferenceError' },
  'an error class that sets its name': {
    code: "class E extends Error { constructor() { super('m'); this.name = 'E'; } } result = String(new E())",
    value: 'E: m',
  },
  'names that built-ins have, assigned on own objects': {
    code: `const o = {}; o.toString = () => 's'; o.constructor = 1; o.valueOf = 2; o.hasOwnProperty = 3;
const e = new Error('a'); e.message = 'b'; e.name = 'N';
function Old() {} Old.prototype = Object.create(Error.prototype); Old.prototype.constructor = Old;
const d = new Date(0); d.toJSON = 4; const f = () => 1; f.toString = () => 'f';
result = [String(o), o.constructor, Object.keys(o).length, String(e), new Old() instanceof Error, d.toJSON, String(f)]`,
    value: ['s', 1, 4, 'N: b', true, 4, 'f'],
  },
  'dates and random numbers': {
    code: 'result = Date.now() > 1e12 && Math.random() !== Math.random()',
    value: true,
  },
};

describe('sandbox: programs', () => {
  for (const [name, { code, inputs, value }] of Object.entries(programs)) {
    it(name, () => assert.deepStrictEqual(run(code, inputs), value));
  }

  it('a program runs again with other inputs', () => {
    const program = compileProgram('result = typeof a + typeof b');
    const run = (inputs: Readonly<Record<string, unknown>>): unknown =>
      runProgram(program, inputs, DEFAULT_SANDBOX_LIMITS);
    assert.equal(run({ a: 1, b: 'b' }), 'numberstring');
    assert.equal(run({ b: 'b' }), 'undefinedstring');
    assert.equal(run({ a: 1, b: 'b' }), 'numberstring');
  });

  it('more programs than a realm keeps all run', () => {
    for (let index = 0; index < 1100; index += 1) assert.equal(run(`result = ${index}`), index);
  });
});

type Syntax = {
  readonly code: string;
  readonly line: number;
  readonly column: number;
  readonly detail: RegExp;
};

/** Where syntax errors are reported. */
const syntaxErrors: Readonly<Record<string, Syntax>> = {
  'a wrong token': { code: 'let a = 1;\nlet b == 2;', line: 2, column: 7, detail: /expecting/ },
  'an open brace': { code: 'if (x) {\n  result = 1', line: 2, column: 13, detail: /ends too early/ },
  'one brace too many': { code: 'result = 1;\n}', line: 2, column: 2, detail: /./ },
  'a second declaration': {
    code: 'let a;\nlet a;',
    line: 2,
    column: 6,
    detail: /redefinition|redeclaration/,
  },
  'strict mode': { code: 'with (Math) {}', line: 1, column: 1, detail: /./ },
  'an import': { code: "import fs from 'node:fs'", line: 1, column: 8, detail: /./ },
};

describe('sandbox: syntax errors', () => {
  for (const [name, { code, line, column, detail }] of Object.entries(syntaxErrors)) {
    it(name, () => {
      const error = errorOf(() => compileProgram(code));
      assert.ok(error instanceof CodeSyntaxError);
      assert.deepEqual([error.line, error.column], [line, column]);
      assert.match(error.detail, detail);
    });
  }

  it('the message shows the line and points at the column', () => {
    const error = errorOf(() => compileProgram('let a = 1;\nlet b == 2;'));
    assert.ok(error instanceof CodeSyntaxError);
    assert.equal(
      error.message,
      "Syntax error in the code at line 2, column 7: expecting ';'\n2 | let b == 2;\n          ^",
    );
  });

  it('checking the syntax runs nothing', () => {
    assert.equal(compileProgram('while (true);').source, 'while (true);');
  });
});

type Thrown = { readonly code: string; readonly message: string; readonly name: string };

/** What is kept of thrown values. */
const thrown: Readonly<Record<string, Thrown>> = {
  'an error': { code: "throw new Error('Test error')", message: 'Test error', name: 'Error' },
  'an error without a message': { code: 'throw new RangeError()', message: '', name: 'RangeError' },
  'an own class': {
    code: "class Bad extends Error { name = 'Bad'; } throw new Bad('b')",
    message: 'b',
    name: 'Bad',
  },
  'a string': { code: "throw 'text'", message: 'text', name: 'string' },
  undefined: { code: 'throw undefined', message: 'undefined', name: 'undefined' },
  null: { code: 'throw null', message: 'null', name: 'null' },
  'an object': { code: 'throw { code: 7 }', message: '{"code":7}', name: 'object' },
  'an object without a text': {
    code: 'throw { toJSON() { throw 1; } }',
    message: 'a value without a text',
    name: 'object',
  },
  'an error whose message throws': {
    code: "const e = new Error(); Object.defineProperty(e, 'message', { get() { throw 1; } }); throw e",
    message: '{}',
    name: 'Error',
  },
  'a rejection': { code: "await Promise.reject(new TypeError('no'))", message: 'no', name: 'TypeError' },
  'a rejected result': { code: "result = Promise.reject('no')", message: 'no', name: 'string' },
};

describe('sandbox: thrown values', () => {
  for (const [name, { code, message, name: thrownName }] of Object.entries(thrown)) {
    it(name, () => {
      const error = errorOf(() => run(code));
      assert.ok(error instanceof CodeThrownError);
      assert.deepEqual([error.message, error.thrownName, error.code], [message, thrownName, 'CODE_THROWN']);
    });
  }

  it('the stack has the lines of the code and nothing of the sandbox', () => {
    const error = errorOf(() => run('const first = () => {\n  null.x;\n};\nfirst();'));
    assert.ok(error instanceof CodeThrownError);
    assert.equal(error.sandboxStack, 'at first (code.js:2:7)\nat <anonymous> (code.js:4:6)');
  });
});
