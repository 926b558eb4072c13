import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { CORPUS, readCorpus } from './corpus-case.ts';
import { compileProject } from './native-compiler.ts';

const SNAPSHOT = join(import.meta.dirname, 'messages.snapshot.txt');

const cases = readCorpus();
const found = compileProject(CORPUS, '-p', '.', '--singleThreaded');

/** Each message of TypeScript 7, as it prints it, under the name of its case and without its position. */
const messages = cases
  .filter(({ drifts }) => drifts.length > 0)
  .map(({ file, text }) => {
    const printed = found.filter((one) => one.file === file).map((one) => `${one.code}: ${one.text}`);
    return `# ${file.replace('.ts', '')}: ${text.split('\n')[0]?.replace('// ', '')}\n${printed.join('\n')}\n`;
  })
  .join('\n');

test('the compiler prints the messages of the snapshot (UPDATE_SNAPSHOTS=1 writes it)', () => {
  if (process.env.UPDATE_SNAPSHOTS === '1') writeFileSync(SNAPSHOT, messages);
  assert.equal(messages, readFileSync(SNAPSHOT, 'utf8'));
});

test('each message of a drifted member holds the member as it is and as it should be', () => {
  const ofMembers = found.filter(({ code, text }) => code === 'TS2416' && text.includes('Drift<"'));
  assert.ok(ofMembers.length > 100);
  for (const { file, text } of ofMembers) {
    const actual = /Type '.+' is not assignable to type|is missing in type '.+' but required in type/s;
    assert.match(text, actual, file);
    assert.match(text, /(assignable|required).+ type '(Drift<".+", .+>|never)'\.$/s, file);
  }
});
