import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { checkPair } from '../../parity/check-pair.ts';
import { CORPUS } from './corpus-case.ts';
import { runTsc } from './native-compiler.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const GUIDE = readFileSync(join(ROOT, 'types', 'GUIDE.md'), 'utf8');
const FOLDER = join(CORPUS, `limits-${process.pid}`);

interface Limit {
  /** The row of the guide's table that says so. */
  readonly row: string;
  readonly sync: string;
  readonly async: string;
  /** What stands before the classes. */
  readonly head?: string;
  /** The clause of the async class; `Mirrors<Store, AsyncStore>` unless given. */
  readonly clause?: string;
  /** What stands after the classes. */
  readonly tail?: string;
  /** The check that sees it. */
  readonly check: string;
}

const NAMES = 'names and default values of parameters, the type of a setter';
const CONSTRUCTORS = 'a `const` type parameter, an abstract constructor, overloads of a constructor';
const READER = 'interface Reader<C extends Color> { read<T>(key: T): Ret<C, T> }';
const STEPS = Array.from({ length: 8 }, (_, step) => `add(step: ${step}): Result;`).join(' ');
const FLUENT = `interface Fluent<C extends Color> { ${STEPS.replaceAll('Result', 'Ret<C, this>')} }`;
const held = (contract: string): string =>
  `implements ${contract}<'async'>, Conforms<${contract}<'async'>, AsyncStore>`;
const CONSTRUCTED = 'export type Held = InStep<MirrorsConstructor<typeof Store, typeof AsyncStore>>;';

/** One drift for each thing that the guide says types cannot see. */
const LIMITS: Readonly<Record<string, Limit>> = {
  'the name of a parameter': {
    row: NAMES,
    sync: 'read(path: string): string { return path; }',
    async: 'async read(name: string): Promise<string> { return name; }',
    check: 'parameter-name',
  },
  'the default of a parameter': {
    row: NAMES,
    sync: 'read(limit = 1): number { return limit; }',
    async: 'async read(limit = 2): Promise<number> { return limit; }',
    check: 'parameter-default',
  },
  'the type of a setter': {
    row: NAMES,
    sync: 'get root(): string { return ""; } set root(path: string) { String(path); }',
    async: 'get root(): string { return ""; } set root(path: string | number) { String(path); }',
    check: 'accessor-mismatch',
  },
  'a const type parameter': {
    row: CONSTRUCTORS,
    head: READER.replace('<T>', '<const T>'),
    sync: 'read<const T>(key: T): T { return key; }',
    async: 'async read<T>(key: T): Promise<T> { return key; }',
    clause: held('Reader'),
    check: 'generic-constraint',
  },
  'overloads of a constructor': {
    row: CONSTRUCTORS,
    sync: 'read(): void {} constructor(path: number); constructor(path: string); constructor(path: unknown) { String(path); }',
    async: 'async read(): Promise<void> {} constructor(path: string) { String(path); }',
    tail: CONSTRUCTED,
    check: 'constructor-parameter',
  },
  'a member that is never implemented': {
    row: 'a member that is declared and never implemented',
    sync: 'read(path: string): string { return path; }',
    async: 'declare read: (path: string) => Promise<string>;',
    check: 'phantom-member',
  },
  'what is thrown, by its comment': {
    row: 'JSDoc: `@throws`, `@deprecated`',
    sync: '/** @throws {TypeError} */ read(path: string): string { return path; }',
    async: '/** Reads. */ async read(path: string): Promise<string> { return path; }',
    check: 'throws-mismatch',
  },
  'what is deprecated, by its comment': {
    row: 'JSDoc: `@throws`, `@deprecated`',
    sync: '/** @deprecated */ read(path: string): string { return path; }',
    async: '/** Reads. */ async read(path: string): Promise<string> { return path; }',
    check: 'deprecated-one-side',
  },
  'a ninth overload beside polymorphic this': {
    row: 'a ninth overload of a method with polymorphic `this`',
    head: FLUENT,
    sync: `${STEPS.replaceAll('Result', 'this')} add(_: number): this { return this; }`,
    async: `${STEPS.replaceAll('Result', 'Promise<this>')} add(url: RegExp): Promise<this>; async add(_: unknown): Promise<this> { return this; }`,
    clause: held('Fluent'),
    check: 'lost-overload',
  },
};

const fileOf = (name: string): string => `${name.replaceAll(' ', '-').replaceAll(',', '')}.ts`;

const programOf = ({ head, sync, async, clause, tail }: Limit): string => `
import type { Color, Conforms, InStep, Mirrors, MirrorsConstructor, Ret } from 'lockstep/types';
${head ?? ''}
export class Store {
  ${sync}
}
export class AsyncStore ${clause ?? 'implements Mirrors<Store, AsyncStore>'} {
  ${async}
}
${tail ?? ''}
`;

const CONFIG = {
  extends: '../tsconfig.json',
  compilerOptions: {
    types: ['node'],
    noUnusedLocals: false,
    paths: { 'lockstep/types': ['../../../../types/index.ts'] },
  },
  include: ['*.ts'],
};

describe('what the gate cannot see', () => {
  before(() => {
    mkdirSync(FOLDER);
    writeFileSync(join(FOLDER, 'tsconfig.json'), JSON.stringify(CONFIG));
    for (const [name, limit] of Object.entries(LIMITS))
      writeFileSync(join(FOLDER, fileOf(name)), programOf(limit));
  });
  after(() => rmSync(FOLDER, { recursive: true, force: true }));

  test('compiles', () => {
    assert.equal(runTsc(FOLDER, '-p', '.', '--pretty', 'false', '--singleThreaded'), '');
  });

  for (const [name, { row, check }] of Object.entries(LIMITS)) {
    test(`${name}: lockstep check does, as the guide says`, () => {
      assert.ok(GUIDE.includes(`| ${row} | \`lockstep check\` |`), 'the guide has no such row');
      const module = `./${fileOf(name)}`;
      const pair = { name, sync: `${module}#Store`, async: `${module}#AsyncStore` };
      const found = checkPair(pair, { cwd: FOLDER }).findings.map((finding) => finding.check);
      assert.ok(found.includes(check), `it found ${found.join(', ') || 'nothing'}`);
    });
  }

  test('has a program for each row that names lockstep check', () => {
    const rows = [...GUIDE.matchAll(/^\| (.+) \| `lockstep check` \|$/gm)].map(([, row]) => row);
    assert.deepEqual([...new Set(Object.values(LIMITS).map(({ row }) => row))], rows);
  });
});
