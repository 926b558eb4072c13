/** The scope of the run that a node has inside: a sub-workflow or a loop, in one iteration of a cycle (0 outside of cycles). */
export const scopeInside = (scope: string, nodeId: string, iteration: number): string =>
  `${scope}/${JSON.stringify(nodeId)}@${iteration}`;

/** Whether a scope is another one or lies inside of it. */
export const isWithin = (scope: string, outer: string): boolean =>
  scope === outer || scope.startsWith(`${outer}/`);

/** A run inside of a node. */
export interface Inside {
  /** The scope of the node, and that of the run inside of it. */
  readonly outer: string;
  readonly scope: string;
  readonly nodeId: string;
}

/** The runs that a scope lies in, the outermost first; none of the run itself. */
export const insidesOf = (scope: string): readonly Inside[] =>
  [...scope.matchAll(/\/("(?:[^"\\]|\\.)*")@\d+/g)].map(({ 0: all, 1: id = '""', index }) => ({
    outer: scope.slice(0, index),
    scope: scope.slice(0, index + all.length),
    nodeId: JSON.parse(id) as string,
  }));
