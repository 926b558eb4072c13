import * as v from 'valibot';
import type { Cycle } from '../../types/workflow.ts';
import { InvalidCycleError } from '../errors/invalid-cycle-error.ts';
import { UnknownNodeError } from '../errors/unknown-node-error.ts';
import { OPERATORS } from '../nodes/compare.ts';
import { describeIssues } from '../nodes/describe-issues.ts';
import { timeLimit } from '../nodes/policy-schema.ts';
import type { BuiltNode } from './built-node.ts';
import { checkConnections } from './check-connections.ts';
import { nameProblem } from './name-problem.ts';

const name = v.pipe(v.string(), v.nonEmpty());

const schema = v.strictObject({
  id: name,
  edges: v.pipe(
    v.array(v.strictObject({ source: name, output: name, target: name, input: name })),
    v.minLength(1),
  ),
  maxIterations: v.pipe(v.number(), v.integer(), v.minValue(1)),
  convergeWhen: v.exactOptional(
    v.union(
      [
        v.custom<(...args: never) => unknown>((value) => typeof value === 'function'),
        v.strictObject({
          node: name,
          output: name,
          operator: v.picklist(OPERATORS),
          value: v.exactOptional(v.unknown()),
        }),
      ],
      'a function (outputs, progress) => boolean, or { node, output, operator, value }',
    ),
  ),
  timeoutMs: v.exactOptional(timeLimit),
});

/**
 * Checks the declarations of cycles, each for itself.
 *
 * @throws {InvalidCycleError} a declaration is incomplete, has an unknown entry, or an id that is taken
 * @throws {UnknownNodeError} `convergeWhen` looks at a node that is not there
 */
export const checkCycles = (cycles: readonly Cycle[], nodes: ReadonlyMap<string, BuiltNode>): undefined => {
  const ids = new Set<string>();
  for (const cycle of cycles) {
    const read = v.safeParse(schema, cycle);
    if (!read.success) {
      throw new InvalidCycleError(String(cycle.id), describeIssues(read.issues, Object.keys(schema.entries)));
    }
    const problem = nameProblem(cycle.id);
    if (problem !== undefined) throw new InvalidCycleError(cycle.id, `its id cannot be used: ${problem}`);
    if (ids.has(cycle.id))
      throw new InvalidCycleError(cycle.id, 'the id is taken by another cycle. Rename one of the two.');
    ids.add(cycle.id);
    checkConnections(cycle.edges, nodes, cycle.id);
    const { convergeWhen } = cycle;
    if (typeof convergeWhen === 'object' && !nodes.has(convergeWhen.node)) {
      throw new UnknownNodeError(convergeWhen.node, `convergeWhen of cycle '${cycle.id}'`, [...nodes.keys()]);
    }
  }
};
