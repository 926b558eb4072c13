import { ObjectFlags, type Type } from '../compiler/typescript.ts';
import { areColorTwins, colorlessName } from './color-names.ts';
import { matchKeys } from './match-keys.ts';
import { sameSignatures } from './same-signature.ts';
import { hasObject, type Property } from './type-graph.ts';
import { allSame, type Walk } from './walk.ts';

/** The names of an interface that only its class may use. */
const isHidden = (name: string): boolean => name.startsWith('__#') || name.includes('@#');

const partition = <Item>(
  items: readonly Item[],
  isFirst: (item: Item) => boolean,
): readonly [readonly Item[], readonly Item[]] => [
  items.filter(isFirst),
  items.filter((item) => !isFirst(item)),
];

/** Whether two objects have the same properties, signatures and indexes. */
export const sameStructure = (walk: Walk, sync: Type, async: Type, depth: number): boolean => {
  const visible = (type: Type): readonly string[] =>
    walk.graph.propertyNames(type).filter((name) => !isHidden(name));
  const asyncNames = new Set(visible(async));
  const syncNames = visible(sync);
  if (syncNames.length !== asyncNames.size) return false;
  // Names are had for less than the properties themselves, which are asked for only where the names can match.
  const others = [...asyncNames];
  const canMatch = syncNames.every(
    (name) => asyncNames.has(name) || others.some((other) => areColorTwins(name, other)),
  );
  if (!canMatch) return false;
  const shown = (type: Type): readonly Property[] =>
    walk.graph.properties(type).filter(({ name }) => !isHidden(name));
  const { pairs, colored } = matchKeys(shown(sync), shown(async));
  // What there is nothing to look into tells two typed arrays apart, whose methods take long to.
  const [plain, deep] = partition(pairs, (pair) => !pair.some(({ type }) => type.isObjectType()));
  const sameProperties =
    pairs.length === syncNames.length &&
    [...plain, ...deep].every(
      ([property, other]) =>
        property.optional === other.optional && walk.same(property.type, other.type, depth),
    );
  if (!sameProperties) return false;
  if (colored) walk.colored();
  const syncIndexes = walk.graph.indexes(sync);
  const asyncIndexes = walk.graph.indexes(async);
  return (
    sameSignatures(walk, walk.graph.calls(sync), walk.graph.calls(async), depth) &&
    sameSignatures(walk, walk.graph.constructors(sync), walk.graph.constructors(async), depth) &&
    allSame(
      walk,
      syncIndexes.flatMap(({ key, value }) => [key, value]),
      asyncIndexes.flatMap(({ key, value }) => [key, value]),
      depth,
    )
  );
};

/** Things that act, and not only hold data, are known by their name: their own drift is reported on them. */
export const isBehavioral = (walk: Walk, type: Type): boolean =>
  walk.graph
    .properties(type)
    .some(({ type: held }) => held.isObjectType() && walk.graph.calls(held).length > 0);

/**
 * Two functions whose names tell their colours apart. One that can be called in one way is looked into all the same: what
 * it takes may have drifted.
 */
export const areCallableTwins = ({ graph }: Walk, sync: Type, async: Type): boolean => {
  const [syncs, asyncs] = [graph.calls(sync).length, graph.calls(async).length];
  return syncs > 0 && asyncs > 0 && (syncs > 1 || asyncs > 1);
};

/** What the compiler calls `[Symbol.asyncIterator]`: `__@asyncIterator@` and a number. */
const WELL_KNOWN = /^__@(\w+)@\d+$/;

/** Two things of one name that have little in common beside it are not one thing in two colours. */
const isAlike = ({ graph }: Walk, sync: Type, async: Type): boolean => {
  const [syncs, asyncs] = [sync, async].map(
    (type) =>
      new Set(
        graph
          .propertyNames(type)
          .filter((name) => !isHidden(name))
          .map((name) => colorlessName(name.replace(WELL_KNOWN, '$1'))),
      ),
  );
  if (syncs === undefined || asyncs === undefined) return false;
  const shared = [...syncs].filter((name) => asyncs.has(name)).length;
  return 2 * shared >= Math.min(syncs.size, asyncs.size);
};

/** An interface that is only called, and tells no more by it than what it gives: `Lazy<A>` for `() => A`. */
const isPlainCallback = ({ graph }: Walk, type: Type): boolean => {
  const calls = graph.calls(type);
  return (
    calls.length > 0 &&
    calls.every(({ says }) => says === null || says.kind === 'type') &&
    graph.propertyNames(type).length === 0
  );
};

/** Whether two object types are the same: by their name and arguments, or else by their structure. */
export const sameObject = (walk: Walk, sync: Type, async: Type, depth: number): boolean => {
  if (walk.graph.isTuple(sync) !== walk.graph.isTuple(async)) return false;
  const syncArguments = walk.graph.arguments(sync);
  const asyncArguments = walk.graph.arguments(async);
  if (sync.isTypeReference() && async.isTypeReference() && sync.getTarget() === async.getTarget()) {
    return (
      allSame(walk, syncArguments, asyncArguments, depth) ||
      (isPlainCallback(walk, sync) && sameStructure(walk, sync, async, depth))
    );
  }
  if (walk.graph.isTuple(sync)) {
    const flags = (type: Type): string => (type.isTupleType() ? `${type.elementFlags}:${type.readonly}` : '');
    const [syncTuple, asyncTuple] = [sync, async].map((type) =>
      type.isTypeReference() ? flags(type.getTarget()) : '',
    );
    return syncTuple === asyncTuple && allSame(walk, syncArguments, asyncArguments, depth);
  }
  const syncSymbol = walk.graph.symbol(sync);
  const asyncSymbol = walk.graph.symbol(async);
  if (syncSymbol !== undefined && asyncSymbol !== undefined) {
    const isTwin =
      walk.twins.declared(syncSymbol, asyncSymbol) ||
      (syncSymbol !== asyncSymbol &&
        walk.twins.byName(syncSymbol, asyncSymbol) &&
        (syncSymbol.name === asyncSymbol.name
          ? isBehavioral(walk, sync) && isAlike(walk, sync, async)
          : isBehavioral(walk, sync) || areCallableTwins(walk, sync, async)));
    if (isTwin) {
      walk.colored();
      return (
        syncArguments.length !== asyncArguments.length || allSame(walk, syncArguments, asyncArguments, depth)
      );
    }
  }
  if (hasObject(sync, ObjectFlags.Mapped) && hasObject(async, ObjectFlags.Mapped)) {
    // One over type parameters has nothing to look into yet; a record has its index signatures.
    const isOpen = [sync, async].some(
      (type) => walk.graph.properties(type).length === 0 && walk.graph.indexes(type).length === 0,
    );
    if (isOpen) return walk.sameText(sync, async);
  }
  return sameStructure(walk, sync, async, depth);
};
