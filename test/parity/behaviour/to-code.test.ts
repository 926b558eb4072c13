import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect } from 'node:util';
import * as lockstep from '../../../src/index.ts';
import { capturedCases } from './captured-cases.ts';
import { observeSync } from './observe.ts';
import { toCode } from './to-code.ts';

/** Runs a printed program on this package, and gives what it printed. */
const runCode = async (code: string): Promise<readonly (readonly unknown[])[]> => {
  const body = code.replace(/^import (.*) from 'lockstep';$/m, 'const $1 = lockstep;');
  const printed: unknown[][] = [];
  const log = (...line: unknown[]): number => printed.push(line);
  // biome-ignore lint/complexity/useArrowFunction: an arrow function has no constructor of its own
  const AsyncFunction: FunctionConstructor = Object.getPrototypeOf(async function () {}).constructor;
  await new AsyncFunction('lockstep', 'console', body)(lockstep, { log });
  return printed;
};

const withoutIds = (value: unknown): string =>
  inspect(value, { depth: 20, maxArrayLength: 200 })
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
    .replace(/\n *(?:at |\.\.\. ).*/g, '');

describe('TestReproductionCode', () => {
  test('test_a_printed_workflow_does_what_the_generated_one_does', async () => {
    for (const run of capturedCases().slice(0, 100)) {
      const printed = await runCode(toCode(run));
      assert.deepEqual(
        printed.map(([name]) => name),
        ['sync', 'oneAtATime', 'atOnce'],
      );
      const { answer, error } = observeSync(run);
      assert.equal(withoutIds(printed[0]?.[1]), withoutIds(error ?? answer));
      assert.equal(withoutIds(printed[1]?.[1]), withoutIds(error ?? answer));
    }
  });
});
