import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readSurface } from '../../parity/index.ts';
import { testFiles } from '../runner/test-files.ts';
import { pages, root } from './doc-blocks.ts';

/** The options that the sections of the page say they have, and the types whose members those are. */
const SECTIONS: Readonly<Record<string, string>> = {
  'Of both runtimes': './types/runtime-options.ts#RuntimeOptions',
  'Of a run': './types/runtime-options.ts#RunOptions',
  'Of `close`': './types/runtime-options.ts#CloseOptions',
};

const page = readFileSync(join(root, 'src/OPTIONS.md'), 'utf8');

const rowsOf = (section: string): readonly string[] => {
  const text = page.split(`## ${section}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...text.matchAll(/^\| `(\w+)` \|/gm)].map(([, option = '']) => option);
};

const optionsOf = (side: string): readonly string[] =>
  readSurface(side, { cwd: root }).members.map(({ name }) => name);

/** The texts of all tests and of what they are made of, by path. */
const sources = new Map(testFiles(['test']).map((file) => [file, readFileSync(file, 'utf8')]));

/** Whether a test of that name is written somewhere; `*` stands for what is put in when it runs, or for the rest of a long name. */
const isWritten = (name: string): boolean => {
  const parts = name.split('*').map((part) => part.replace(/[.?+^$()[\]{}|\\]/g, '\\$&'));
  const pattern = new RegExp(`['"\`]${parts.join('[^\'"]*')}['"\`]`);
  return [...sources.values()].some((text) => pattern.test(text));
};

describe('TestOptionsPage', () => {
  for (const [section, side] of Object.entries(SECTIONS)) {
    it(`test_options_${section}_are_all_there_and_no_others`, () => {
      assert.deepEqual(rowsOf(section).toSorted(), optionsOf(side).toSorted());
    });
  }

  it('test_options_of_the_async_runtime_are_all_there_and_no_others', () => {
    const both = new Set(optionsOf('./types/runtime-options.ts#RuntimeOptions'));
    const own = optionsOf('./types/runtime-options.ts#AsyncRuntimeOptions').filter((name) => !both.has(name));
    assert.deepEqual(rowsOf('Of `AsyncLocalRuntime`').toSorted(), own.toSorted());
  });

  it('test_options_of_resume_are_those_of_a_run_and_its_own', () => {
    const shared = ['signal', 'timeoutMs', 'onError', 'userContext'];
    const own = optionsOf('./types/resume-options.ts#ResumeOptions').filter((name) => !shared.includes(name));
    assert.deepEqual(rowsOf('Of `resume`').toSorted(), own.toSorted());
  });

  it('test_every_test_that_a_page_names_is_there', () => {
    const missing = pages().flatMap(({ path, text }) =>
      [...text.matchAll(/`(test_[\w*]+)`/g)]
        .map(([, name = '']) => name)
        .filter((name) => !isWritten(name))
        .map((name) => `${path}: ${name}`),
    );
    assert.deepEqual(missing, []);
    assert.ok(!isWritten(['test', 'that', 'nobody', 'has', 'written'].join('_')));
  });

  it('test_every_test_file_that_a_page_names_is_there', () => {
    const files = [...sources.keys()];
    const missing = pages().flatMap(({ path, text }) =>
      [...text.matchAll(/`([\w/.-]+\.test\.ts)`/g)]
        .map(([, name = '']) => name)
        .filter((name) => !files.some((file) => `/${file}`.endsWith(`/${name}`)))
        .map((name) => `${path}: ${name}`),
    );
    assert.deepEqual(missing, []);
  });
});
