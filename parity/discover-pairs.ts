import type { Pair } from './report-model.ts';

/** What an exported name is, as far as its syntax tells. */
export type ExportKind = 'class' | 'interface' | 'object' | 'function' | 'other';

/** A module of the project and what it exports itself, re-exports left out. */
export interface ModuleExports {
  /** The path relative to the project, with forward slashes, such as `src/store.ts`. */
  readonly file: string;
  readonly exports: ReadonlyMap<string, ExportKind>;
  /** The names of the methods of each exported class, interface and object; none unless given. */
  readonly methods?: ReadonlyMap<string, readonly string[]>;
}

const SURFACES: ReadonlySet<ExportKind> = new Set(['class', 'interface', 'object']);

/** The names that the asynchronous twin of a name goes by: `AsyncX` and `XAsync` for `X`, `X` for `XSync` and `SyncX`. */
const twinNames = (name: string): readonly string[] => {
  if (/^Async[A-Z]/.test(name) || /[a-z\d]Async$/.test(name)) return [];
  const bare = /[a-z\d]Sync$/.test(name) ? name.slice(0, -4) : /^Sync[A-Z]/.test(name) ? name.slice(4) : null;
  const base = bare ?? name;
  return [`Async${base}`, `${base}Async`, ...(bare === null ? [] : [bare])];
};

/** A module path in a form in which both halves of a pair of modules are the same. */
const neutral = (file: string): string =>
  file
    .replace(/\.[cm]?[jt]sx?$/, '')
    .replace(/\/promises$/, '')
    .replace(/\/index$/, '')
    .replaceAll(/(?<=^|\/)(?:async|sync)(?=\/|$)/g, '*')
    .replaceAll(/(?<=^|\/)(?:async|sync)[-_.]|[-_.](?:async|sync)(?=\/|$)/g, '');

/** Whether a module is the asynchronous half by its path: `m/promises`, an `async` folder, `async-m`, `m-async`. */
const isAsyncFile = (file: string): boolean =>
  /\/promises(\/index)?\.[cm]?[jt]sx?$/.test(file) || /(?:^|[/\-_.])async(?=[/\-_.])/.test(file);

/** How far apart two files are: the path segments that they do not share. */
const apart = (left: string, right: string): number => {
  const [a, b] = [left.split('/'), right.split('/')];
  const shared = a.findIndex((segment, index) => segment !== b[index]);
  return shared === -1 ? 0 : a.length + b.length - 2 * shared;
};

const spec = (file: string, name: string): string => `./${file}#${name}`;

/** Classes, interfaces and objects: by their names, or by one name in a pair of modules. */
const surfacePairs = (modules: readonly ModuleExports[]): readonly Pair[] =>
  modules.flatMap((module) =>
    [...module.exports].flatMap(([name, kind]) => {
      if (!SURFACES.has(kind)) return [];
      const candidates = modules.flatMap((other) => {
        const names = twinNames(name).filter((twin) => other.exports.get(twin) === kind);
        const sameName =
          other !== module &&
          other.exports.get(name) === kind &&
          isAsyncFile(other.file) &&
          !isAsyncFile(module.file) &&
          neutral(other.file) === neutral(module.file);
        return [...names, ...(sameName ? [name] : [])].map((twin) => ({ file: other.file, twin }));
      });
      const [nearest] = candidates.toSorted(
        (a, b) => apart(module.file, a.file) - apart(module.file, b.file),
      );
      if (nearest === undefined) return [];
      const shared = name.replace(/^Sync(?=[A-Z])|Sync$/g, '');
      return [{ name: shared, sync: spec(module.file, name), async: spec(nearest.file, nearest.twin) }];
    }),
  );

const functions = ({ exports }: ModuleExports): readonly string[] =>
  [...exports].filter(([, kind]) => kind === 'function').map(([name]) => name);

const baseName = (file: string): string => neutral(file).split('/').at(-1) ?? file;

/** How the two halves of what lies together tell themselves apart: what each of them adds to the shared name. */
const SUFFIXES = [
  ['Sync', ''],
  ['', 'Async'],
  ['Sync', 'Async'],
] as const;

/** The suffixes of the two halves among names: `readSync` beside `read`, `read` beside `readAsync`, or one of each. */
const suffixesAmong = (names: readonly string[]): (typeof SUFFIXES)[number] | undefined =>
  SUFFIXES.find(([sync, async]) =>
    names.some((name) => {
      const shared = name.endsWith(sync) ? name.slice(0, name.length - sync.length) : '';
      return shared !== '' && names.includes(`${shared}${async}`);
    }),
  );

/** What may be called: a function, or what a call has made, such as one with its callback turned into a promise. */
const callable = ({ exports }: ModuleExports): readonly string[] =>
  [...exports].filter(([, kind]) => kind === 'function' || kind === 'other').map(([name]) => name);

/** Functions of one module. */
const suffixPairs = (modules: readonly ModuleExports[]): readonly Pair[] =>
  modules.flatMap((module) => {
    const suffixes = suffixesAmong(callable(module));
    if (suffixes === undefined) return [];
    const [sync, async] = suffixes.map((suffix) => spec(module.file, `*${suffix}`)) as [string, string];
    return [{ name: baseName(module.file), sync, async }];
  });

/** The two halves of one class, interface or object. */
const halfPairs = (modules: readonly ModuleExports[]): readonly Pair[] =>
  modules.flatMap(({ file, methods }) =>
    [...(methods ?? [])].flatMap(([name, names]) => {
      const suffixes = suffixesAmong(names);
      if (suffixes === undefined) return [];
      const [sync, async] = suffixes.map((suffix) => spec(file, `${name}.*${suffix}`)) as [string, string];
      return [{ name, sync, async }];
    }),
  );

/** Functions of two modules: `m` and `m/promises`, a `sync` and an `async` folder, `m-sync` and `m-async`. */
const modulePairs = (modules: readonly ModuleExports[]): readonly Pair[] =>
  modules.flatMap((module) => {
    if (isAsyncFile(module.file)) return [];
    const twin = modules.find(
      (other) => other !== module && isAsyncFile(other.file) && neutral(other.file) === neutral(module.file),
    );
    if (twin === undefined) return [];
    const [own, others] = [functions(module), functions(twin)];
    const suffix = others.some((name) => own.includes(`${name}Sync`)) ? 'Sync' : '';
    if (!others.some((name) => own.includes(`${name}${suffix}`))) return [];
    return [
      { name: baseName(module.file), sync: spec(module.file, `*${suffix}`), async: spec(twin.file, '*') },
    ];
  });

/** Gives pairs of one name a number, as a config needs names that differ. */
const distinct = (pairs: readonly Pair[]): readonly Pair[] =>
  pairs.map((pair, index) => {
    const earlier = pairs.slice(0, index).filter((each) => each.name === pair.name).length;
    return earlier === 0 ? pair : { ...pair, name: `${pair.name}-${earlier + 1}` };
  });

/**
 * The pairs that a project seems to have, by the naming conventions of the field; sorted by file, so that the same
 * project gives the same proposal.
 */
export const discoverPairs = (modules: readonly ModuleExports[]): readonly Pair[] => {
  const sorted = modules.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  return distinct([
    ...surfacePairs(sorted),
    ...modulePairs(sorted),
    ...suffixPairs(sorted),
    ...halfPairs(sorted),
  ]);
};
