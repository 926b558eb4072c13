import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { commentBlocks, type DocBlock, pageBlocks, root } from './doc-blocks.ts';

const folder = mkdtempSync(join(tmpdir(), 'lockstep-docs-'));
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
const tsc = join(root, 'node_modules/typescript/bin/tsc');

const projectOf = (files: readonly string[]): string =>
  JSON.stringify({
    extends: join(root, 'tsconfig.json'),
    compilerOptions: {
      noEmit: true,
      rootDir: '/',
      allowImportingTsExtensions: true,
      rewriteRelativeImportExtensions: false,
      noUnusedLocals: false,
      noUnusedParameters: false,
      typeRoots: [join(root, 'node_modules/@types')],
      paths: {
        lockstep: [join(root, 'src/index.ts')],
        'lockstep/types': [join(root, 'types/index.ts')],
        'lockstep/parity': [join(root, 'parity/index.ts')],
        'lockstep/testing': [join(root, 'parity/testing/index.ts')],
        '@opentelemetry/api': [join(root, 'node_modules/@opentelemetry/api/build/src/index.d.ts')],
        '*': [join(root, 'node_modules/@types/*'), join(root, 'node_modules/*')],
      },
    },
    include: [],
    files,
  });

/** What the compiler says of these programs, with `<file>` for the place where a program stands in this test. */
const compile = (programs: readonly string[], name: string): string => {
  const files = programs.map((code, index) => {
    const file = join(folder, `${name}-${index}.ts`);
    writeFileSync(file, `${code}\nexport {};\n`);
    return file;
  });
  const project = join(folder, `${name}.json`);
  writeFileSync(project, projectOf(files));
  const { stdout, status } = spawnSync(process.execPath, [tsc, '-p', project, '--pretty', 'false'], {
    encoding: 'utf8',
    cwd: folder,
  });
  assert.ok(status === 0 || stdout !== '', 'the compiler has failed without a word');
  return stdout;
};

const isRefused = ({ mark }: DocBlock): boolean => mark === 'refused';

describe('TestDocs', () => {
  after(() => rmSync(folder, { recursive: true }));

  const blocks = [...pageBlocks(), ...commentBlocks()];

  it('test_examples_are_found', () => {
    assert.ok(pageBlocks().length >= 1, 'the pages have examples');
    assert.ok(commentBlocks().length >= 20, 'the doc comments have examples');
  });

  it('test_every_example_compiles', () => {
    const accepted = blocks.filter((block) => !isRefused(block));
    const said = compile(
      accepted.map(({ code }) => code),
      'example',
    );
    const places = said.replace(/example-(\d+)\.ts/g, (_, index) => accepted[Number(index)]?.place ?? '');
    assert.equal(places, '');
  });

  it('test_an_example_that_does_not_compile_is_found', () => {
    assert.match(compile(["const one: number = 'two';"], 'sabotage'), /error TS2322/);
  });

  for (const block of blocks.filter(isRefused)) {
    it(`test_the_compiler_refuses_as_the_page_says ${block.place}`, () => {
      const said = compile([block.code], 'refused').replace(/^.*refused-0\.ts/gm, 'example.ts');
      assert.equal(said.trim(), block.output?.trim());
    });
  }

  for (const block of pageBlocks().filter((each) => !isRefused(each) && each.output !== undefined)) {
    it(`test_the_program_prints_what_the_page_says ${block.place}`, () => {
      const file = join(folder, 'program.ts');
      writeFileSync(file, block.code);
      writeFileSync(join(folder, 'tsconfig.json'), projectOf([file]));
      const printed = execFileSync(process.execPath, ['--import', import.meta.resolve('tsx'), file], {
        encoding: 'utf8',
        cwd: folder,
      });
      assert.equal(printed.trim(), block.output?.trim());
    });
  }
});
