/**
 * A trial of pairs that the tool had never seen, judged by hand from the declarations: before the tool was run on them for
 * the first time, so that what it misses is known, or only each of its findings after. Most of these pairs are in `pairs.ts` since; those that showed nothing new
 * and are large to install are not.
 */
export interface BlindTrial {
  readonly pairs: readonly string[];
  readonly judged: 'before' | 'after';
  /** What the first run found: real differences, what is none, and what it missed; `null` where nobody knows. */
  readonly first: { readonly real: number; readonly none: number; readonly missed: number | null };
  /** Pairs that could not be compared at all. */
  readonly refused: readonly string[];
  /** What was changed in the tool for it, and how differences were judged that the hand had overlooked or overrated. */
  readonly since: readonly string[];
}

/** The trials, in order. */
export const BLIND_TRIALS: readonly BlindTrial[] = [
  {
    pairs: [
      'esbuild',
      'commander',
      'sass',
      'sass Compiler',
      'sass *Sync',
      'glob',
      'terser',
      'csv-parse',
      'yup',
      'zod',
      '@noble/hashes',
      'inversify',
      'quickjs',
      'path-scurry',
      'fast-glob',
      'jsonfile',
      '@nodelib/fs.stat',
      '@nodelib/fs.scandir',
      'locate-path',
      'globby',
      'find-up',
      'node-inspector',
      'node-tracing-channel',
    ],
    judged: 'before',
    first: { real: 22, none: 13, missed: 2 },
    refused: ['locate-path', 'globby', 'find-up'],
    since: [
      'a CommonJS module that is an object is read beside the types that it exports',
      'protected and private members are compared no more',
      'the order of overloads counts only where a call fits two that give something else',
      'an overload whose calls another one takes is held against no other',
      'marks of colour within a name, and on symbols, are read in a thing that holds both halves',
      'an interface that a value of the other side has is no missing member',
      'functions named for a colour that can be called in one way are looked into',
      'overlooked by hand: [Symbol.dispose] of quickjs is inherited as dispose is',
      'overrated by hand: what the callback of csv-parse is told beside the records is no other result',
    ],
  },
  {
    pairs: [
      'isbinaryfile',
      'rimraf',
      'oxc-resolver',
      'eta',
      '@grpc/proto-loader',
      'tinyglobby',
      'write-file-atomic',
      'proper-lockfile',
      'joi',
      'node-fs-dir',
    ],
    judged: 'before',
    first: { real: 2, none: 0, missed: 2 },
    refused: [],
    since: [
      'overrated by hand: what follows from the lost type parameter of joi, in its result and options, is one drift with it',
      'what mentions no lost type parameter is reported beside it',
      'a callback of `(...args: any[])` is one',
      'a lost overload is not reported as a lost parameter once more',
      'beside a module that only exports, a module that is a class is what it exports',
    ],
  },
  {
    pairs: [
      'path-type',
      'make-dir',
      'read-package-up',
      'oxc-parser',
      'ajv',
      'lightningcss',
      'nanoid',
      'liquidjs',
      'bcrypt',
      '@prettier/sync',
      'iter-tools-es',
    ],
    judged: 'before',
    first: { real: 11, none: 26, missed: 0 },
    refused: [],
    since: [
      'a rest of known length, `...args: Parameters<typeof format>`, is taken as the parameters that it stands for',
      'a property may hold the very namespace that the other side has as a member',
      'an interface is no missing member of what is no module',
      'a result that is `any` on both sides is said to hide drift, and not to be one that cannot be awaited',
      'overlooked by hand: `renderFileToNodeStream` of liquidjs is there on the async side alone',
    ],
  },
  {
    pairs: [
      '@astrojs/compiler',
      '@napi-rs/keyring',
      'snappy',
      '@node-rs/argon2',
      'hasha',
      'clipboardy',
      'write-json-file',
      'oxc-transform',
      'rollup/parseAst',
      '@vue/compiler-sfc',
      '@mdx-js/mdx',
      'unified Processor',
    ],
    judged: 'after',
    first: { real: 23, none: 0, missed: null },
    refused: [],
    since: [
      'an AbortSignal that the async side alone takes, 12 of the findings, counts as real: it is to be allowed with a reason',
    ],
  },
  {
    pairs: [
      '@swc/core',
      'tinyexec',
      'lmdb Database',
      'ts-morph FileSystemHost',
      'ts-morph Project',
      'ts-morph Directory',
      'neverthrow',
      'ix',
      'effect/Schema',
      'effect/Effect',
    ],
    judged: 'after',
    first: { real: 95, none: 10, missed: null },
    refused: [],
    since: [
      'a callback of the async side may be given an AbortSignal besides',
      'what a class needs to be awaited itself, `then`, is no member that the sync side lacks',
      'a method that takes a listener is no half without the other',
      'where two types of one name differ is said by the property',
      'still none: overloads of neverthrow whose callback gives a ResultAsync, beside those whose callback gives a Result',
    ],
  },
  {
    pairs: [
      'abstract-level',
      'tar UnpackSync',
      'tar PackSync',
      'edge.js',
      'memfs',
      'itertools-ts Stream',
      'linq-to-typescript',
      'fp-ts/IO and Task',
      'fp-ts/IOOption and TaskOption',
      'ethers',
      'ethers Wallet',
      'twing SynchronousTemplate',
    ],
    judged: 'after',
    first: { real: 141, none: 43, missed: null },
    refused: ['ts-results-es Ok'],
    since: [
      'an alias of an object type is a side like an interface; one of a choice among classes, as Result of ts-results-es, is refused as before',
      'what a condition infers is bound where it is inferred',
      'texts that are the colours or the names of the sides only tell them apart, as do properties such as `sync: true`',
      'Synchronous and Asynchronous are marks of colour within a name',
      'type parameters in another order are one drift, `generic-order`, and not one in each type that mentions them',
      'of several comments before a member the last is its own; `@throws {import(…)}` is read by its name',
      'an interface that is only called is a callback',
      'still none: `this: IAsyncParallel` of linq-to-typescript, a base of the async side',
    ],
  },
];
