import type { Type } from '../compiler/typescript.ts';
import type { Twins } from './twins.ts';
import type { TypeGraph } from './type-graph.ts';

/** Two types as the compiler holds them, one of each side. */
export type TypePair = readonly [sync: Type, async: Type];

/** A walk through two types side by side: what each step of it may ask and say. */
export interface Walk {
  readonly graph: TypeGraph;
  readonly twins: Twins;
  /** Whether two types are the same, or one thing in two colours; `depth` is how far down they stand. */
  readonly same: (sync: Type, async: Type, depth: number) => boolean;
  /** Whether two types are printed alike, the bound type parameters under one name: for what cannot be followed. */
  readonly sameText: (sync: Type, async: Type) => boolean;
  /** Says that the types are equal only because colour was understood; gives `true`. */
  readonly colored: () => true;
  /** Runs `compare` with type parameters bound to each other by their places. */
  readonly bound: <Result>(pairs: readonly TypePair[], compare: () => Result) => Result;
}

/** Whether two lists of types are the same, place by place. */
export const allSame = (
  walk: Walk,
  syncs: readonly Type[],
  asyncs: readonly Type[],
  depth: number,
): boolean =>
  syncs.length === asyncs.length &&
  syncs.every((type, index) => walk.same(type, asyncs[index] ?? type, depth));
