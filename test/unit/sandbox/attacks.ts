/** What an attack on the sandbox must come to: the `code` of an error, or a harmless value. */
export type Attack = {
  readonly name: string;
  readonly code: string;
  readonly outcome: { readonly error: string } | { readonly value: unknown };
};

const timeout = { error: 'CODE_TIMEOUT' } as const;
const memory = { error: 'CODE_MEMORY' } as const;
const stack = { error: 'CODE_STACK' } as const;
const thrown = { error: 'CODE_THROWN' } as const;
const unclonable = { error: 'UNCLONABLE_VALUE' } as const;
const tooLarge = { error: 'CODE_OUTPUT_TOO_LARGE' } as const;
const value = (expected: unknown): { readonly value: unknown } => ({ value: expected });

const HOST_NAMES =
  "['process','require','module','fetch','setTimeout','setImmediate','console','Buffer','global','WebAssembly','performance','navigator'].filter((name) => name in global)";

/** Ways out of the sandbox, to the host's objects. */
export const escapes: readonly Attack[] = [
  {
    name: 'this of a function',
    code: 'result = (function () { return typeof this; })()',
    outcome: value('undefined'),
  },
  {
    name: 'globalThis has no host object',
    code: `const global = globalThis; result = ${HOST_NAMES}`,
    outcome: value([]),
  },
  {
    name: 'Function constructor',
    code: `const global = Function('return this')(); result = ${HOST_NAMES}`,
    outcome: value([]),
  },
  {
    name: 'constructor chain of this',
    code: "result = this.constructor.constructor('return process')()",
    outcome: thrown,
  },
  {
    name: 'constructor chain of an input',
    code: "result = inputs.constructor.constructor('return typeof process')()",
    outcome: value('undefined'),
  },
  {
    name: 'constructor chain of a nested input',
    code: "result = user.tags.constructor.constructor('return typeof require')()",
    outcome: value('undefined'),
  },
  {
    name: 'constructor chain of a caught error',
    code: "try { null.x } catch (e) { result = e.constructor.constructor('return typeof process')() }",
    outcome: value('undefined'),
  },
  {
    name: 'constructor chain of a stack overflow',
    code: "const f = () => f() + 1; try { f() } catch (e) { result = e.constructor.constructor('return typeof process')() }",
    outcome: value('undefined'),
  },
  {
    name: 'async function constructor',
    code: "result = await (async () => {}).constructor('return typeof process')()",
    outcome: value('undefined'),
  },
  {
    name: 'generator constructor',
    code: "result = (function* () {}).constructor('yield typeof process')().next().value",
    outcome: value('undefined'),
  },
  { name: 'indirect eval', code: "result = (0, eval)('typeof process')", outcome: value('undefined') },
  { name: 'dynamic import', code: "result = await import('node:fs')", outcome: thrown },
  { name: 'caller of the program', code: 'result = arguments.callee.caller', outcome: thrown },
  {
    name: 'breaking out of the wrapper',
    code: '}, () => result]; }); (() => { return [() => {',
    outcome: { error: 'CODE_SYNTAX' },
  },
  {
    name: 'code outside of the wrapper',
    code: '}] }, globalThis.leak = 1, () => { return [() => {',
    outcome: { error: 'CODE_SYNTAX' },
  },
  {
    name: 'Error.prepareStackTrace',
    code: 'Error.prepareStackTrace = (_, frames) => frames; result = new Error().stack',
    outcome: thrown,
  },
  {
    name: 'species of a result',
    code: 'class A extends Array { static get [Symbol.species]() { return Function } } result = A.from([1])',
    outcome: value([1]),
  },
  {
    name: 'toJSON of a result',
    code: 'result = { toJSON() { return globalThis } }',
    outcome: unclonable,
  },
  { name: 'a function as result', code: 'result = () => 1', outcome: unclonable },
  {
    name: 'the global object as result',
    code: 'result = { globalThis }',
    outcome: value({ globalThis: {} }),
  },
  {
    name: 'a forged tag in a result',
    code: "result = { $: ['bigint', '1'] }",
    outcome: value({ $: ['bigint', '1'] }),
  },
  {
    name: 'a forged kind of answer',
    code: `result = 'X["forged","Error",""]'`,
    outcome: value('X["forged","Error",""]'),
  },
  { name: 'a fake Date', code: 'result = Object.create(Date.prototype)', outcome: unclonable },
  {
    name: 'a thenable that keeps the resolver',
    code: 'let keep; result = { then(resolve) { keep = resolve; } }',
    outcome: { error: 'CODE_UNSETTLED' },
  },
];

/** Changes that must not be there in the next call, nor in the host. */
export const leaks: readonly Attack[] = [
  { name: 'global property', code: 'globalThis.leak = 1', outcome: thrown },
  { name: 'undeclared variable', code: 'leak = 1', outcome: thrown },
  { name: 'sloppy undeclared variable', code: "Function('leak = 1')()", outcome: value(undefined) },
  { name: 'indirect eval var', code: "(0, eval)('var leak = 1')", outcome: thrown },
  { name: 'indirect eval let', code: "(0, eval)('let leak = 1')", outcome: value(undefined) },
  { name: 'indirect eval class', code: "(0, eval)('class leak {}')", outcome: value(undefined) },
  { name: 'indirect eval function', code: "(0, eval)('function leak() {}')", outcome: thrown },
  { name: 'prototype of objects', code: 'Object.prototype.leak = 1', outcome: thrown },
  { name: 'prototype through __proto__', code: '({}).__proto__.leak = 1', outcome: thrown },
  { name: 'prototype of arrays', code: 'Array.prototype.push = () => 0', outcome: thrown },
  { name: 'prototype through an input', code: 'user.__proto__.leak = 1', outcome: thrown },
  { name: 'a static method', code: 'JSON.stringify = () => "{}"', outcome: thrown },
  {
    name: 'an override of toString on the prototype',
    code: 'Object.prototype.toString = () => 1',
    outcome: thrown,
  },
  {
    name: 'defineProperty on a prototype',
    code: "Object.defineProperty(Map.prototype, 'leak', { value: 1 })",
    outcome: thrown,
  },
  {
    name: 'setPrototypeOf a prototype',
    code: 'Object.setPrototypeOf(Array.prototype, { leak: 1 })',
    outcome: thrown,
  },
  {
    name: 'setPrototypeOf the global',
    code: 'Object.setPrototypeOf(globalThis, { leak: 1 })',
    outcome: thrown,
  },
  { name: 'generator prototype', code: '(function* () {}).constructor.prototype.leak = 1', outcome: thrown },
  {
    name: 'async iterator prototype',
    code: 'Object.getPrototypeOf((async function* () {}).prototype).leak = 1',
    outcome: thrown,
  },
  { name: 'iterator prototype', code: 'Object.getPrototypeOf([].values()).next = 1', outcome: thrown },
  {
    name: 'regular expression iterator',
    code: "Object.getPrototypeOf('a'.matchAll(/a/g)).leak = 1",
    outcome: thrown,
  },
  { name: 'a registry that calls back later', code: 'new FinalizationRegistry(() => {})', outcome: thrown },
  { name: 'a function of a built-in', code: 'Math.max.leak = 1', outcome: thrown },
  {
    name: '__proto__ in a result',
    code: `result = JSON.parse('{"__proto__":{"leak":1}}')`,
    outcome: value(JSON.parse('{"__proto__":{"leak":1}}')),
  },
  {
    name: 'state in a template object',
    code: 'const tag = (parts) => { parts.leak = 1; }; tag`a`',
    outcome: thrown,
  },
];

/** Attacks on time: nothing but the deadline ends them. */
export const endless: readonly Attack[] = [
  { name: 'loop', code: 'while (true);', outcome: timeout },
  { name: 'loop that catches', code: 'while (true) { try { while (true); } catch {} }', outcome: timeout },
  { name: 'loop in finally', code: 'try { throw 1 } finally { for (;;); }', outcome: timeout },
  { name: 'loop in a getter of the result', code: 'result = { get a() { for (;;); } }', outcome: timeout },
  {
    name: 'loop in a Proxy trap',
    code: 'result = new Proxy({}, { ownKeys() { for (;;); } })',
    outcome: timeout,
  },
  { name: 'loop in a comparator', code: '[2, 1].sort(() => { for (;;); })', outcome: timeout },
  { name: 'loop in a reviver', code: "JSON.parse('[1]', () => { for (;;); })", outcome: timeout },
  {
    name: 'loop in toString of what is thrown',
    code: 'throw { toString() { for (;;); }, toJSON() { for (;;); } }',
    outcome: timeout,
  },
  { name: 'loop after an await', code: 'await 1; for (;;);', outcome: timeout },
  {
    name: 'loop in a job that is left',
    code: 'Promise.resolve().then(() => { for (;;); }); result = 1',
    outcome: timeout,
  },
  { name: 'loop in then of a thenable', code: 'result = { then() { for (;;); } }', outcome: timeout },
  { name: 'chain of promise jobs', code: 'const f = () => Promise.resolve().then(f); f()', outcome: timeout },
  {
    name: 'promise bomb',
    code: 'const f = () => { Promise.resolve().then(f); Promise.resolve().then(f); }; f()',
    outcome: timeout,
  },
  {
    name: 'loop that outlives each interrupt in a job',
    code: 'for (;;) { try { await { then() { for (;;); } } } catch {} }',
    outcome: timeout,
  },
  {
    name: 'thenable that resolves to itself anew',
    code: 'const f = () => ({ then(r) { r(f()) } }); result = f()',
    outcome: timeout,
  },
  {
    name: 'generator without an end',
    code: 'function* g() { for (;;) yield 1 } for (const x of g());',
    outcome: timeout,
  },
  { name: 'regular expression', code: "/(a+)+$/.test('a'.repeat(40) + 'b')", outcome: timeout },
  { name: 'string search', code: "'a'.repeat(3e5).indexOf('a'.repeat(15e4) + 'b')", outcome: timeout },
  { name: 'string split', code: "'a'.repeat(3e5).split('a'.repeat(15e4) + 'b')", outcome: timeout },
  {
    name: 'search in an array-like',
    code: 'Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1)',
    outcome: timeout,
  },
  { name: 'holes of a sparse array', code: 'new Array(2 ** 32 - 1).forEach(() => {})', outcome: timeout },
  {
    name: 'reverse of an array-like',
    code: 'Array.prototype.reverse.call({ length: 2 ** 53 - 1 })',
    outcome: timeout,
  },
  {
    name: 'flat of a shared tree',
    code: 'let a = []; for (let i = 0; i < 40; i++) a = [a, a]; a.flat(Infinity)',
    outcome: timeout,
  },
  { name: 'digits of a big integer', code: '((1n << 1000000n) - 1n).toString()', outcome: timeout },
  {
    name: 'result that is a shared tree of empty arrays',
    code: 'let a = []; for (let i = 0; i < 60; i++) a = [a, a]; result = a',
    outcome: timeout,
  },
];

/** Attacks on memory, stack and output. */
export const exhausting: readonly Attack[] = [
  {
    name: 'objects without an end',
    code: 'const a = []; for (;;) a.push({ a: [1, 2, 3] })',
    outcome: memory,
  },
  {
    name: 'strings without an end',
    code: "const a = []; for (;;) a.push('x'.repeat(100_000) + a.length)",
    outcome: memory,
  },
  {
    name: 'arrays without an end',
    code: 'const a = []; for (;;) a.push(new Array(1000).fill(1))',
    outcome: memory,
  },
  { name: 'array without an end', code: 'const a = []; for (;;) a.push({}, {}, {})', outcome: memory },
  { name: 'string that doubles', code: "let s = 'abc'; for (;;) s += s + 'x'", outcome: thrown },
  {
    name: 'string that doubles, made flat',
    code: "let s = 'abc'; for (let i = 0; i < 26; i++) s += s; result = s.charCodeAt(5)",
    outcome: memory,
  },
  { name: 'typed array', code: 'new Uint8Array(1 << 30)', outcome: memory },
  { name: 'filled array', code: 'result = new Array(1e8).fill(7)', outcome: memory },
  { name: 'string repeat', code: "result = 'x'.repeat(1e8)", outcome: memory },
  { name: 'array join', code: "result = new Array(5e6).join('xxxx')", outcome: memory },
  { name: 'recursion', code: 'const f = (n) => f(n + 1) + 1; f(0)', outcome: stack },
  { name: 'recursion in a getter', code: 'const o = { get a() { return this.a; } }; o.a', outcome: stack },
  {
    name: 'recursion in toString',
    code: "const o = { toString() { return '' + o; } }; '' + o",
    outcome: stack,
  },
  {
    name: 'recursion of Proxies',
    code: 'let p = {}; for (let i = 0; i < 1e4; i++) p = new Proxy(p, {}); p.a',
    outcome: stack,
  },
  {
    name: 'JSON text nested 100,000 deep',
    code: "JSON.parse('['.repeat(1e5) + ']'.repeat(1e5))",
    outcome: stack,
  },
  { name: 'source nested 100,000 deep', code: "Function('('.repeat(1e5) + ')'.repeat(1e5))", outcome: stack },
  {
    name: 'regular expression nested deep',
    code: "new RegExp('('.repeat(1e5) + ')'.repeat(1e5))",
    outcome: thrown,
  },
  {
    name: 'result nested 100,000 deep',
    code: 'let o = 1; for (let i = 0; i < 1e5; i++) o = { o }; result = o',
    outcome: unclonable,
  },
  { name: 'circular result', code: 'const o = {}; o.o = [o]; result = o', outcome: unclonable },
  { name: 'large string', code: "result = 'x'.repeat(1e6)", outcome: tooLarge },
  { name: 'large array', code: 'result = Array.from({ length: 2e4 }, (_, i) => i)', outcome: tooLarge },
  { name: 'large bytes', code: 'result = new Uint8Array(1e5)', outcome: tooLarge },
  { name: 'large value from a promise', code: "result = await 'x'.repeat(1e6)", outcome: tooLarge },
];
