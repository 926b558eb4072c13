/**
 * What a call into the sandbox costs, against running the same line with no sandbox (`new Function`) and in
 * `node:vm`, which is none. Run: npm run bench -- sandbox
 */
import vm from 'node:vm';
import { AsyncLocalRuntime, LocalRuntime, WorkflowBuilder } from '../../src/index.ts';
import { compileProgram } from '../../src/sandbox/compile-program.ts';
import { DEFAULT_SANDBOX_LIMITS } from '../../src/sandbox/limits.ts';
import { runProgram } from '../../src/sandbox/run-program.ts';

const ROUNDS = 15;
const CALLS = 2000;
const SOURCE = 'result = { a: 1 + x }';

const medianMicroseconds = (call: (index: number) => unknown): number => {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    for (let index = 0; index < CALLS; index += 1) call(index);
    return ((performance.now() - start) * 1000) / CALLS;
  });
  return rounds.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
};

const firstStart = performance.now();
const program = compileProgram(SOURCE);
runProgram(program, { x: 0 }, DEFAULT_SANDBOX_LIMITS);
const first = performance.now() - firstStart;

const compiled = new Function('x', `let result; ${SOURCE}; return result`);
const context = vm.createContext({ x: 0, result: undefined });
const script = new vm.Script(SOURCE);

const figures: readonly (readonly [string, number])[] = [
  ['sandbox, warm', medianMicroseconds((x) => runProgram(program, { x }, DEFAULT_SANDBOX_LIMITS))],
  ['new Function, compiled once', medianMicroseconds((x) => compiled(x))],
  [
    'new Function, each call',
    medianMicroseconds((x) => new Function('x', `let result; ${SOURCE}; return result`)(x)),
  ],
  [
    'node:vm, warm context',
    medianMicroseconds((x) => {
      context.x = x;
      script.runInContext(context);
      return context.result;
    }),
  ],
  [
    'node:vm, warm context, timeout',
    medianMicroseconds((x) => {
      context.x = x;
      script.runInContext(context, { timeout: 5000 });
      return context.result;
    }),
  ],
];
const [, sandbox] = figures[0] ?? ['', Number.NaN];

/** A node that runs the same line, by a runtime: what is around the call counts as well. */
const nodeMicroseconds = async (runtime: LocalRuntime | AsyncLocalRuntime): Promise<number> => {
  const workflow = new WorkflowBuilder().addNode('CodeNode', 'n', { code: SOURCE, inputs: { x: 1 } }).build();
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    for (let call = 0; call < CALLS; call += 1) await runtime.execute(workflow);
    rounds.push(((performance.now() - start) * 1000) / CALLS);
  }
  return rounds.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
};

console.log(`first call (load, compile, boot, run): ${first.toFixed(1)} ms`);
for (const [name, microseconds] of figures) {
  console.log(
    `${name.padEnd(32)} ${microseconds.toFixed(2).padStart(9)} µs   sandbox / this: ${(sandbox / microseconds).toFixed(2)}`,
  );
}
for (const runtime of [new LocalRuntime(), new AsyncLocalRuntime()]) {
  const name = `${runtime.constructor.name}, a run of a CodeNode`;
  console.log(`${name.padEnd(40)} ${(await nodeMicroseconds(runtime)).toFixed(2)} µs`);
}
