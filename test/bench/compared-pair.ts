import { join } from 'node:path';

/** What stands before the pair, after `class AsyncPair`, and after the pair, to compare its sides. */
export interface Comparison {
  readonly imports: string;
  readonly clause: string;
  readonly assertion: string;
}

const TYPES = join(import.meta.dirname, '..', '..', 'types').replaceAll('\\', '/');
const ASYNCIFIED = '{ [K in keyof Pair]: Asyncify<Pair[K]> }';
const AS_IT_IS = '{ [K in keyof AsyncPair]: AsyncPair[K] }';

/** The ways to hold the two sides of a pair together, the gate's and the peers'. */
export const comparisons = {
  nothing: { imports: '', clause: '', assertion: '' },
  mirrors: {
    imports: `import type { Mirrors } from '${TYPES}/mirrors.ts';`,
    clause: ' implements Mirrors<Pair, AsyncPair>',
    assertion: '',
  },
  typeFest: {
    imports: "import type { Asyncify, IsEqual } from 'type-fest';",
    clause: '',
    assertion: `export const same: IsEqual<${ASYNCIFIED}, ${AS_IT_IS}> = true;`,
  },
  expectType: {
    imports: "import type { Asyncify } from 'type-fest';\nimport { expectTypeOf } from 'expect-type';",
    clause: '',
    assertion: `expectTypeOf<${ASYNCIFIED}>().toEqualTypeOf<${AS_IT_IS}>();`,
  },
  tstyche: {
    imports: "import type { Asyncify } from 'type-fest';\nimport { expect } from 'tstyche';",
    clause: '',
    assertion: `expect<${ASYNCIFIED}>().type.toBe<${AS_IT_IS}>();`,
  },
} satisfies Record<string, Comparison>;

/** The source of a pair in step, or with a drift in its first member, of so many methods, and of what compares its sides. */
export const comparedPair = (
  members: number,
  { imports, clause, assertion }: Comparison,
  firstResult = '{ v0: string }',
): string => {
  const methods = (result: (index: number) => string): string =>
    Array.from(
      { length: members },
      (_, index) => `  m${index}(a: string, b?: number): ${result(index)};\n`,
    ).join('');
  const given = (index: number): string => (index === 0 ? firstResult : `{ v${index}: string }`);
  return `${imports}
export declare class Pair {\n${methods((index) => `{ v${index}: string }`)}}
export declare class AsyncPair${clause} {\n${methods((index) => `Promise<${given(index)}>`)}}
${assertion}\n`;
};
