/**
 * What the gate costs the compiler: type instantiations a member on a pair in step, beside others that compare types.
 * The count is the same on every machine. A program with the pair alone is subtracted.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { report } from './report.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const TSC = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');

/** Below the peers' own packages, so that the compiler finds them. */
const FOLDER = join(import.meta.dirname, 'node_modules', '.cache', 'lockstep-types-cost');

/** What stands before the pair, after `class AsyncPair`, and after the pair, to compare its sides. */
interface Contender {
  readonly imports: string;
  readonly clause: string;
  readonly assertion: string;
}

const TYPES = join(ROOT, 'types').replaceAll('\\', '/');
const ASYNCIFIED = '{ [K in keyof Pair]: Asyncify<Pair[K]> }';

const contenders = {
  nothing: { imports: '', clause: '', assertion: '' },
  mirrors: {
    imports: `import type { Mirrors } from '${TYPES}/mirrors.ts';`,
    clause: ' implements Mirrors<Pair, AsyncPair>',
    assertion: '',
  },
  typeFest: {
    imports: "import type { Asyncify, IsEqual } from 'type-fest';",
    clause: '',
    assertion: `export const same: IsEqual<${ASYNCIFIED}, { [K in keyof AsyncPair]: AsyncPair[K] }> = true;`,
  },
  expectType: {
    imports: "import type { Asyncify } from 'type-fest';\nimport { expectTypeOf } from 'expect-type';",
    clause: '',
    assertion: `expectTypeOf<${ASYNCIFIED}>().toEqualTypeOf<{ [K in keyof AsyncPair]: AsyncPair[K] }>();`,
  },
} satisfies Record<string, Contender>;

const pairOf = (members: number, { imports, clause, assertion }: Contender): string => {
  const methods = (result: (index: number) => string): string =>
    Array.from(
      { length: members },
      (_, index) => `  m${index}(a: string, b?: number): ${result(index)};\n`,
    ).join('');
  return `${imports}
export declare class Pair {\n${methods((index) => `{ v${index}: string }`)}}
export declare class AsyncPair${clause} {\n${methods((index) => `Promise<{ v${index}: string }>`)}}
${assertion}\n`;
};

const OPTIONS =
  '--noEmit --strict --skipLibCheck --target es2023 --lib es2023,esnext.disposable --module nodenext --allowImportingTsExtensions';

/** How many types the compiler instantiates for a program; throws if it finds an error in it. */
const instantiations = (members: number, contender: Contender): number => {
  const file = join(FOLDER, 'pair.ts');
  writeFileSync(file, pairOf(members, contender));
  const options = [
    ...OPTIONS.split(' '),
    '--types',
    '',
    '--ignoreConfig',
    '--singleThreaded',
    '--extendedDiagnostics',
  ];
  const { stdout } = spawnSync(process.execPath, [TSC, ...options, file], { encoding: 'utf8' });
  const count = /^Instantiations:\s+(\d+)/m.exec(stdout)?.[1];
  if (count === undefined || stdout.includes('error TS')) throw new Error(stdout.slice(0, 2000));
  return Number(count);
};

/** Instantiations for each of the members beyond the first hundred: what a program pays once is left out. */
const perMember = (members: number, contender: Contender): number => {
  const own = (count: number): number =>
    instantiations(count, contender) - instantiations(count, contenders.nothing);
  return (own(members) - own(100)) / (members - 100);
};

mkdirSync(FOLDER, { recursive: true });
try {
  const unit = 'instantiations a member';
  const limit = { atMost: 75 };
  report('The type gate on a pair in step', [
    { what: 'Mirrors, 200 members', value: perMember(200, contenders.mirrors), unit, limit },
    { what: 'Mirrors, 1,000 members', value: perMember(1000, contenders.mirrors), unit, limit },
    { what: 'Mirrors, 2,000 members', value: perMember(2000, contenders.mirrors), unit, limit },
    { what: 'Mirrors, 5,000 members', value: perMember(5000, contenders.mirrors), unit, limit },
    { what: 'type-fest, IsEqual over Asyncify, 1,000', value: perMember(1000, contenders.typeFest), unit },
    {
      what: 'expect-type, toEqualTypeOf over Asyncify, 1,000',
      value: perMember(1000, contenders.expectType),
      unit,
    },
  ]);
} finally {
  rmSync(FOLDER, { recursive: true, force: true });
}
