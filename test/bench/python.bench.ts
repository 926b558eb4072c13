/**
 * What a call of Python costs on either runtime: the first one, which loads the interpreter; warm ones of a program that can leave
 * nothing behind, with and without imports; and of one that may leave anything, before and after which the interpreter's memory is put back. Run: npm run bench -- python
 */
import { AsyncLocalRuntime, LocalRuntime, WorkflowBuilder } from '../../src/index.ts';

const ROUNDS = 11;
const CALLS = 100;

const workflowOf = (code: string) =>
  new WorkflowBuilder().addNode('PythonCodeNode', 'n', { code, inputs: { x: 2 } }).build();

const programs = [
  ['one line', workflowOf("result = {'a': x + 1}")],
  ['one line, with an import', workflowOf("import math\nresult = {'a': math.sqrt(x)}")],
  [
    'three modules',
    workflowOf(`import json, re
from datetime import date
result = json.loads(json.dumps({'y': date(2026, 1, x).year, 'n': re.sub('a', 'b', 'aa')}))`),
  ],
  ['one that may see all', workflowOf('import sys\nresult = sys.maxsize')],
] as const;

for (const runtime of [new LocalRuntime(), new AsyncLocalRuntime()]) {
  const name = runtime.constructor.name;
  const start = performance.now();
  await runtime.execute(programs[0][1]);
  console.log(`${name}: first call (worker, interpreter, run) ${(performance.now() - start).toFixed(0)} ms`);
  for (const [program, workflow] of programs) {
    const rounds: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const begun = performance.now();
      for (let call = 0; call < CALLS; call += 1) await runtime.execute(workflow);
      rounds.push((performance.now() - begun) / CALLS);
    }
    rounds.sort((a, b) => a - b);
    const [fastest, median] = [rounds[0] ?? Number.NaN, rounds[Math.floor(ROUNDS / 2)] ?? Number.NaN];
    console.log(
      `${name}: ${program.padEnd(26)} ${median.toFixed(2).padStart(6)} ms a call (fastest round ${fastest.toFixed(2)})`,
    );
  }
  await runtime.close();
}
