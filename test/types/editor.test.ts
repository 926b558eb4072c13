import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type DriftedSide, OPERATORS } from './drift-operators.ts';
import { type LanguageServer, startLanguageServer } from './language-server.ts';
import { SUBJECTS, subjectDrifts } from './mutation.ts';

const subject = SUBJECTS.find(({ pair }) => pair === 'runtime');
assert.ok(subject);
const { path: SUBJECT } = subject;
const source = readFileSync(SUBJECT, 'utf8');
const drifts = subjectDrifts(subject);

const ROOT = join(import.meta.dirname, '..', '..');

/** What a developer may do to `AsyncLocalRuntime`, and what the editor is to say. */
const EDITS: readonly (readonly [operator: string, member: string, words: string])[] = [
  ['remove the member', 'planExecution', "Property 'planExecution' is missing in type 'AsyncLocalRuntime'"],
  ['lose the last parameter', 'stream', 'a parameter is missing: change the member to'],
  ['add an optional parameter', 'close', 'there is a parameter that the other side lacks'],
  ['change the order of two parameters', 'shouldSkipNode', 'the parameters stand in another order'],
  ['require a parameter', 'planExecution', 'a parameter is optional on one side only'],
  ['change the type of a parameter', 'validateWorkflow', 'the type of a parameter differs'],
  ['promise any', 'close', 'the result is a promise of `any`, which hides drift'],
  ['return what was promised', 'close', 'the member is still synchronous: change it to'],
  ['lose the type parameters', 'on', 'the type parameters or the predicate are lost'],
  ['add a member beside it', 'lastRunId', 'not in the contract: remove it, add it to the contract'],
];

const driftOf = (operator: string, member: string): DriftedSide => {
  const drift = drifts.find((one) => one.operator === operator && one.member === member);
  assert.ok(
    drift,
    `${operator}: ${member} does not apply; the operators are ${OPERATORS.map(({ name }) => name)}`,
  );
  return drift;
};

describe('in an editor, AsyncLocalRuntime', () => {
  let server: LanguageServer;
  const times: number[] = [];

  before(async () => {
    server = await startLanguageServer(ROOT);
    server.open(SUBJECT, source);
  });
  after(async () => {
    await server.close();
    const median = times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
    console.log(`# from an edit to its diagnostic: median ${median?.toFixed(0)} ms of ${times.length} edits`);
  });

  test('is without an error', async () => {
    assert.deepEqual(await server.diagnose(SUBJECT), []);
  });

  for (const [operator, member, words] of EDITS) {
    test(`turns red: ${operator} (${member})`, async () => {
      const drift = driftOf(operator, member);
      const start = performance.now();
      server.edit(SUBJECT, drift.text);
      const found = await server.diagnose(SUBJECT);
      times.push(performance.now() - start);
      const onLine = found.filter(({ range }) => drift.lines.includes(range.start.line + 1));
      assert.ok(
        onLine.some(({ message }) => message.includes(words)),
        `${words}\nwas expected on a line of ${drift.lines}; there is\n${found.map(({ range, message }) => `${range.start.line + 1}: ${message}`).join('\n')}`,
      );
    });
  }

  test('is without an error again when the edit is taken back', async () => {
    server.edit(SUBJECT, source);
    assert.deepEqual(await server.diagnose(SUBJECT), []);
  });
});
