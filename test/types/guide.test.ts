import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { CORPUS } from './corpus-case.ts';
import { runTsc } from './native-compiler.ts';

const GUIDE = join(import.meta.dirname, '..', '..', 'types', 'GUIDE.md');
const FOLDER = join(CORPUS, `guide-${process.pid}`);

/** A program of the guide, and what the guide says that the compiler prints for it. */
const PROGRAM = /```ts (?<file>\S+)\n(?<source>.*?)```\n\n```text\n(?<printed>.*?)```/gs;

const programs = (guide: string) =>
  [...guide.matchAll(PROGRAM)].map(({ groups: { file = '', source = '', printed = '' } = {} }) => ({
    file,
    source,
    printed,
  }));

const CONFIG = {
  extends: '../tsconfig.json',
  compilerOptions: {
    types: ['node'],
    paths: { 'lockstep/types': ['../../../../types/index.ts'] },
    noErrorTruncation: false,
  },
  include: ['*.ts'],
};

test('the programs of the guide compile to what the guide says (UPDATE_SNAPSHOTS=1 writes it)', (context) => {
  context.after(() => rmSync(FOLDER, { recursive: true, force: true }));
  const guide = readFileSync(GUIDE, 'utf8');
  const all = programs(guide);
  assert.equal(all.length, guide.split('```ts ').length - 1, 'a program without its messages');
  mkdirSync(FOLDER);
  writeFileSync(join(FOLDER, 'tsconfig.json'), JSON.stringify(CONFIG));
  for (const { file, source } of all) writeFileSync(join(FOLDER, file), source);
  const output = runTsc(FOLDER, '-p', '.', '--pretty', 'false', '--singleThreaded');
  const printedFor = (file: string): string =>
    output
      .split(/\n(?! )/)
      .filter((message) => message.startsWith(`${file}(`))
      .map((message) => `${message}\n`)
      .join('');
  if (process.env.UPDATE_SNAPSHOTS === '1') {
    const written = all.reduce(
      (text, { file, source, printed }) =>
        text.replace(
          `\`\`\`ts ${file}\n${source}\`\`\`\n\n\`\`\`text\n${printed}\`\`\``,
          () => `\`\`\`ts ${file}\n${source}\`\`\`\n\n\`\`\`text\n${printedFor(file)}\`\`\``,
        ),
      guide,
    );
    writeFileSync(GUIDE, written);
  }
  for (const { file, printed } of programs(readFileSync(GUIDE, 'utf8'))) {
    assert.equal(printedFor(file), printed, file);
    assert.notEqual(printed, '', `${file} shows no drift`);
  }
});
