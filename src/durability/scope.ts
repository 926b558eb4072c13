/** The scope of the run that a node has inside: a sub-workflow or a loop, in one iteration of a cycle (0 outside of cycles). */
export const scopeInside = (scope: string, nodeId: string, iteration: number): string =>
  `${scope}/${JSON.stringify(nodeId)}@${iteration}`;

/** Whether a scope is another one or lies inside of it. */
export const isWithin = (scope: string, outer: string): boolean =>
  scope === outer || scope.startsWith(`${outer}/`);
