import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript-6';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The folders from the lowest to the highest: a file imports from its own folder and from those before it. */
const RANKS = [
  'types',
  // Data that the runtimes' own `implements` clauses name; it imports types alone.
  'parity/allowlist.ts',
  'src/errors',
  'src/sandbox',
  'src/nodes',
  'src/http',
  'src/resilience',
  'src/secrets',
  'src/resources',
  'src/bridge',
  'src/python',
  'src/database',
  'src/sql-nodes',
  'src/workflow',
  'src/kailash',
  'src/security',
  'src/durability',
  'src/analytics',
  'src/audit',
  'src/monitoring',
  'src/engine',
  'src/runtime',
  'src/index.ts',
  'parity',
];

/** The only files of the engine that may know promises: the drivers. */
const COLOURED = [
  'async-driver.ts',
  'async-interpreter.ts',
  'async-start.ts',
  'forsake.ts',
  'sync-interpreter.ts',
  'sync-start.ts',
];

interface Source {
  readonly path: string;
  readonly file: ts.SourceFile;
  readonly imports: readonly string[];
}

const parse = (path: string, text: string): Source => {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const imports = ts
    .preProcessFile(text)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => join(dirname(path), name).split(sep).join('/'));
  return { path, file, imports };
};

const sourcesOf = (folder: string): readonly Source[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => {
      const path = join(folder, name).split(sep).join('/');
      return parse(path, readFileSync(join(root, path), 'utf8'));
    })
    .sort((left, right) => (left.path < right.path ? -1 : 1));

const sources = ['types', 'src', 'parity'].flatMap(sourcesOf);

const rankOf = (path: string): number => {
  const exact = RANKS.indexOf(path);
  return exact === -1 ? RANKS.findIndex((rank) => path.startsWith(`${rank}/`)) : exact;
};

const upward = (all: readonly Source[]): readonly string[] =>
  all.flatMap(({ path, imports }) =>
    imports
      .filter(
        (imported) =>
          rankOf(imported) > rankOf(path) || (path.startsWith('types/') && rankOf(imported) !== 0),
      )
      .map((imported) => `${path} imports ${imported}`),
  );

const cycles = (all: readonly Source[]): readonly string[] => {
  const importsOf = new Map(all.map(({ path, imports }) => [path, imports]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, above: readonly string[]): undefined => {
    if (above.includes(path)) found.push([...above.slice(above.indexOf(path)), path].join(' -> '));
    if (done.has(path) || above.includes(path)) return;
    for (const imported of importsOf.get(path) ?? []) visit(imported, [...above, path]);
    done.add(path);
  };
  for (const { path } of all) visit(path, []);
  return found;
};

const colours = ({ path, file }: Source): readonly string[] => {
  const found: string[] = [];
  const visit = (node: ts.Node): undefined => {
    const isPromise = ts.isIdentifier(node) && ['Promise', 'PromiseLike'].includes(node.text);
    if (isPromise || ts.isAwaitExpression(node) || node.kind === ts.SyntaxKind.AsyncKeyword) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${path}:${line + 1} ${node.getText()}`);
    }
    ts.forEachChild(node, (child) => visit(child));
  };
  visit(file);
  return found;
};

describe('TestLayers', () => {
  it('test_every_file_has_a_rank', () => {
    assert.ok(sources.length > 50);
    assert.deepEqual(
      sources.filter(({ path }) => rankOf(path) === -1).map(({ path }) => path),
      [],
    );
  });

  it('test_imports_point_downward', () => {
    assert.deepEqual(upward(sources), []);
    assert.deepEqual(upward([parse('src/nodes/x.ts', "import { a } from '../engine/a.ts';")]), [
      'src/nodes/x.ts imports src/engine/a.ts',
    ]);
  });

  it('test_parity_imports_the_runtimes_only_in_its_pairs', () => {
    const importers = sources.filter(
      ({ path, imports }) =>
        path.startsWith('parity/') && imports.some((imported) => imported.startsWith('src/')),
    );
    assert.deepEqual(
      importers.map(({ path }) => path),
      ['parity/pairs.ts'],
    );
  });

  it('test_imports_form_no_cycle', () => {
    assert.deepEqual(cycles(sources), []);
    const looped = [parse('src/a.ts', "import './b.ts';"), parse('src/b.ts', "import './a.ts';")];
    assert.deepEqual(cycles(looped), ['src/a.ts -> src/b.ts -> src/a.ts']);
  });

  it('test_the_core_knows_no_colour', () => {
    const core = sources.filter(
      ({ path }) => path.startsWith('src/engine/') && !COLOURED.includes(relative('src/engine', path)),
    );
    assert.ok(core.length > 15);
    assert.deepEqual(core.flatMap(colours), []);
    const tainted = parse('src/engine/x.ts', 'export const f = async (p: Promise<number>) => await p;');
    assert.deepEqual(colours(tainted), [
      'src/engine/x.ts:1 async',
      'src/engine/x.ts:1 Promise',
      'src/engine/x.ts:1 await p',
    ]);
  });
});
