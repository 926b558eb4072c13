import type { RawFiles } from './project.ts';
import { IN_STEP } from './store-files.ts';

/** A pair that cannot be compared, or that is only large or strange, with the files that it needs. */
interface BadPair {
  readonly sync: string;
  readonly async: string;
  readonly files?: RawFiles;
}

const SYNC = './src/store.ts#Store';
const ASYNC = './src/async-store.ts#AsyncStore';

const overloads = (name: string, count: number, of: (type: string) => string): string =>
  `export interface ${name} {\n${Array.from({ length: count }, (_, index) => `  get(key: 'k${index}'): ${of(`${index}`)};\n`).join('')}}\n`;

const tree = (name: string, of: (type: string) => string): string =>
  `export interface ${name}Tree<T> { value: T; children: ${name}Tree<T[]>[]; parent?: ${name}Tree<T> }
export interface ${name}Store { tree(): ${of(`${name}Tree<string>`)}; self(): ${of('this')} }
`;

const PAIRS: Readonly<Record<string, BadPair>> = {
  'no-module': { sync: './src/stor.ts#Store', async: ASYNC },
  'no-package': { sync: '@acme/store#Store', async: ASYNC },
  'no-export': { sync: './src/store.ts#Stor', async: ASYNC },
  'no-member': { sync: './src/store.ts#Store.gett', async: ASYNC },
  'no-member-in-common': {
    sync: SYNC,
    async: './src/other.ts#Other',
    files: { 'src/other.ts': 'export class Other { other(): void {} }\n' },
  },
  'pair-with-itself': { sync: SYNC, async: SYNC },
  'syntax-error-in-a-side': {
    sync: SYNC,
    async: ASYNC,
    files: { 'src/store.ts': 'export class Store {\n  get(: string) {}\n}\n' },
  },
  'side-that-is-not-utf-8': {
    sync: SYNC,
    async: ASYNC,
    files: {
      'src/store.ts': Buffer.from(
        'export class Store { get(key: string): string { return "\xe9"; } }\n',
        'latin1',
      ),
    },
  },
  'side-that-exports-nothing': {
    sync: './src/script.ts#Store',
    async: ASYNC,
    files: { 'src/script.ts': 'const nothing = 1;\n' },
  },
  'side-that-is-none': { sync: './src/store.ts#*a*', async: ASYNC },
  'cyclic-types': {
    sync: './src/tree.ts#Store',
    async: './src/tree.ts#AsyncStore',
    files: { 'src/tree.ts': tree('', (type) => type) + tree('Async', (type) => `Promise<${type}>`) },
  },
  'overloads-by-thousands': {
    sync: './src/overloads.ts#Store',
    async: './src/overloads.ts#AsyncStore',
    files: {
      'src/overloads.ts':
        overloads('Store', 5000, (type) => type) +
        overloads('AsyncStore', 4999, (type) => `Promise<${type}>`),
    },
  },
};

const config = ({ sync, async }: BadPair): string =>
  `export default { pairs: [{ name: 'Store', sync: '${sync}', async: '${async}' }] };\n`;

/** A call of the command line with the files of its project. */
export type Call = readonly [files: RawFiles, ...args: readonly string[]];

/** Each of these pairs by flags and by a config: what is said is the same. */
export const BAD_SIDES: Readonly<Record<string, Call>> = Object.fromEntries(
  Object.entries(PAIRS).flatMap(([name, pair]): readonly (readonly [string, Call])[] => {
    const files = { ...IN_STEP, ...pair.files };
    return [
      [name, [files, 'check', '--sync', pair.sync, '--async', pair.async]],
      [`${name}-by-config`, [{ ...files, 'lockstep.config.ts': config(pair) }, 'check']],
    ];
  }),
);

/** The pairs of `BAD_SIDES` that are compared all the same. */
export const COMPARED: ReadonlySet<string> = new Set(['cyclic-types', 'overloads-by-thousands']);
