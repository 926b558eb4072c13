import { areColorTwins } from './color-names.ts';
import type { Property } from './type-graph.ts';

/** The keys of two objects, matched. */
export interface KeyMatch {
  readonly pairs: readonly (readonly [sync: Property, async: Property])[];
  readonly syncOnly: readonly Property[];
  readonly asyncOnly: readonly Property[];
  /** Whether some keys are matched only because their names are one in two colours. */
  readonly colored: boolean;
}

/** Matches the keys of two objects by name, then by the marks of colour: `readFileSync` of one side and `readFile`. */
export const matchKeys = (syncs: readonly Property[], asyncs: readonly Property[]): KeyMatch => {
  const others = new Map(asyncs.map((property) => [property.name, property]));
  const exact = syncs.flatMap((property) => {
    const other = others.get(property.name);
    return other === undefined ? [] : [[property, other] as const];
  });
  const names = new Set(exact.map(([{ name }]) => name));
  const syncLeft = syncs.filter(({ name }) => !names.has(name));
  const asyncLeft = asyncs.filter(({ name }) => !names.has(name));
  const byMark = syncLeft.flatMap((property) => {
    const other = asyncLeft.find(({ name }) => areColorTwins(property.name, name));
    return other === undefined ? [] : [[property, other] as const];
  });
  const marked = new Set(byMark.flat());
  return {
    pairs: [...exact, ...byMark],
    syncOnly: syncLeft.filter((property) => !marked.has(property)),
    asyncOnly: asyncLeft.filter((property) => !marked.has(property)),
    colored: byMark.length > 0,
  };
};
