import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LockstepError } from '../../../src/errors/lockstep-error.ts';
import { compileProgram } from '../../../src/sandbox/compile-program.ts';
import type { SandboxLimits } from '../../../src/sandbox/limits.ts';
import { runProgram } from '../../../src/sandbox/run-program.ts';
import { type Attack, endless, escapes, exhausting, leaks } from './attacks.ts';

const ROOMY: SandboxLimits = { timeoutMs: 20_000, memoryLimitMb: 8, maxOutputBytes: 64 * 1024 };
const BRIEF: SandboxLimits = { ...ROOMY, memoryLimitMb: 32, timeoutMs: 60 };
const INPUTS = { x: 2, user: { name: 'Ada', tags: ['a'] } };

const outcomeOf = (code: string, limits: SandboxLimits): Attack['outcome'] => {
  try {
    return { value: runProgram(compileProgram(code), INPUTS, limits) };
  } catch (error) {
    if (error instanceof LockstepError) return { error: error.code };
    throw error;
  }
};

/** Names that an attack could have left anywhere, and built-ins that it could have changed. */
const TRACES = `result = {
  a: 1 + x,
  leak: typeof leak,
  inherited: [{}, [], () => {}, new Map(), /a/, [].values(), globalThis].filter((each) => 'leak' in each).length,
  text: String({}) + JSON.stringify([1].concat(2)) + Math.max(1, 2),
}`;
const UNTOUCHED = { a: 3, leak: 'undefined', inherited: 0, text: '[object Object][1,2]2' };

const groups: Readonly<Record<string, readonly [readonly Attack[], SandboxLimits]>> = {
  'no way out': [escapes, ROOMY],
  'no state left': [leaks, ROOMY],
  'no endless run': [endless, BRIEF],
  'no exhaustion': [exhausting, ROOMY],
};

for (const [group, [attacks, limits]] of Object.entries(groups)) {
  describe(`sandbox: ${group}`, () => {
    for (const { name, code, outcome } of attacks) {
      it(name, () => {
        const hostKeys = Object.getOwnPropertyNames(Object.prototype);
        assert.deepEqual(outcomeOf(code, limits), outcome);
        assert.deepEqual(outcomeOf(TRACES, ROOMY), { value: UNTOUCHED }, 'the next call is untouched');
        assert.deepEqual(Object.getOwnPropertyNames(Object.prototype), hostKeys, 'the host is untouched');
      });
    }
  });
}

describe('sandbox: frozen', () => {
  it('every object that a program can reach is frozen', () => {
    const walk = `
      const start = [globalThis, function* () {}, async () => {}, async function* () {}, [].values(), /a/, new Map().keys(),
        new Set().keys(), ''[Symbol.iterator](), 'a'.matchAll(/a/g), [].values().map((x) => x), Iterator.from({ next() {} }),
        new Int8Array(), new Date(), Promise.resolve(), new Proxy({}, {}), Symbol(), 1n, (function () { return arguments; })()]
        .map((each) => (each === globalThis ? each : Object.getPrototypeOf(each)));
      const seen = new Set();
      const open = [];
      const visit = (object, path) => {
        if ((typeof object !== 'object' && typeof object !== 'function') || object === null || seen.has(object)) return;
        seen.add(object);
        if (!Object.isFrozen(object)) open.push(path);
        visit(Object.getPrototypeOf(object), path + '.[[Prototype]]');
        for (const key of Reflect.ownKeys(object)) {
          const own = Object.getOwnPropertyDescriptor(object, key);
          for (const part of ['value', 'get', 'set']) visit(own[part], path + '.' + String(key));
        }
      };
      for (const [index, object] of start.entries()) visit(object, String(index));
      result = { open, many: seen.size > 500 };`;
    assert.deepEqual(outcomeOf(walk, ROOMY), { value: { open: [], many: true } });
  });
});
