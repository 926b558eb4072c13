/** What the benchmarks have nodes do: as good as nothing, so that what is left is the engine's own cost. */
export type NoOp = (inputs: object) => unknown;

/** As many functions, each of its own. */
export const plainNoOps = (size: number): readonly NoOp[] =>
  Array.from({ length: size }, () => () => ({ value: 1 }));

/** As many async functions, each of its own. */
export const asyncNoOps = (size: number): readonly NoOp[] =>
  Array.from({ length: size }, () => async () => ({ value: 1 }));
