import type { CompilerSymbol } from '../compiler/typescript.ts';
import { surfaceOf } from '../surface/read-surface.ts';
import { isPublic, type Surface } from '../surface/surface.ts';
import { compareSurfaces } from './compare-surfaces.ts';
import type { SurfaceComparison } from './comparison.ts';
import type { ComparisonContext } from './comparison-context.ts';
import { inherits } from './inherits.ts';

type SymbolPair = readonly [sync: CompilerSymbol, async: CompilerSymbol];

/** The package that a file is of: the folder below the last `node_modules`; `''` for the files of the project. */
const packageOf = (file: string): string => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? '';

const packagesOf = ({ declarations }: Surface): readonly string[] =>
  declarations.map((node) => packageOf(node.getSourceFile().fileName));

/** Whether a thing belongs to whoever wrote the side: what he has from elsewhere, such as a stream, is not his to change. */
const isOwn = (thing: Surface, side: Surface): boolean => {
  const own = packagesOf(side);
  return packagesOf(thing).some((each) => own.includes(each));
};

/** What two methods give, awaited, where that is one thing in two colours by its names: `Cursor` and `AsyncCursor`. */
const givenTwins = (
  { graph, twins }: ComparisonContext,
  { members }: SurfaceComparison,
): readonly SymbolPair[] =>
  members
    .filter(({ sync, async }) => isPublic(sync) && isPublic(async))
    .flatMap(({ calls }) => calls?.signatures ?? [])
    .flatMap(({ result, results }): readonly SymbolPair[] => {
      if (results.sync === null || results.async === null || result === 'differs') return [];
      const [left, right] = [results.sync, graph.promised(results.async) ?? results.async].map((type) =>
        type.isObjectType() ? graph.symbol(type) : undefined,
      );
      if (left === undefined || right === undefined || left.id === right.id) return [];
      return twins.byName(left, right) && !twins.declared(left, right) ? [[left, right]] : [];
    });

/**
 * Compares two surfaces, and what their methods give that was taken for one thing by its names: nobody else looks into a
 * `Cursor` and an `AsyncCursor` that are not exported.
 */
export const compareReached = (
  context: ComparisonContext,
  sync: Surface,
  async: Surface,
): readonly SurfaceComparison[] => {
  const { session } = context;
  const visited = new Set<string>();
  const comparisons: SurfaceComparison[] = [];
  const read = (symbol: CompilerSymbol, side: Surface): Surface =>
    surfaceOf(session, symbol, { ...side.reference, pattern: null });
  let found = compareSurfaces(context, sync, async, '', visited);
  while (found.length > 0) {
    comparisons.push(...found);
    found = found
      .flatMap((each) => givenTwins(context, each))
      .flatMap(([left, right]) => {
        // One that has its twin already has been looked into: `createPool` may give a base of what the module exports.
        if ([...visited].some((pair) => pair.endsWith(`:${right.id}`))) return [];
        const [syncThing, asyncThing] = [read(left, sync), read(right, async)];
        if (!isOwn(syncThing, sync) || !isOwn(asyncThing, async)) return [];
        // What is another one with more to it has all that that has.
        if (inherits(asyncThing.type, syncThing.type)) return [];
        return compareSurfaces(context, syncThing, asyncThing, `${left.name}.`, visited);
      });
  }
  return comparisons;
};
