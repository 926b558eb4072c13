import type { Connection } from '../../types/workflow.ts';
import { InvalidConnectionError } from '../errors/invalid-connection-error.ts';
import { UnknownNodeError } from '../errors/unknown-node-error.ts';
import { UnknownPortError } from '../errors/unknown-port-error.ts';
import { headOf } from '../nodes/port-path.ts';
import type { BuiltNode } from './built-node.ts';
import { nameProblem } from './name-problem.ts';

/** A connection as messages write it: `'a'.out -> 'b'.in`. */
export const connectionName = ({ source, output, target, input }: Connection): string =>
  `'${source}'.${output} -> '${target}'.${input}`;

/**
 * Checks that the ends of connections exist and that none stands twice; `owner` is the cycle they belong to.
 *
 * @throws {UnknownNodeError} an end is no node
 * @throws {UnknownPortError} a node has no such port
 * @throws {InvalidConnectionError} a duplicate, a self-loop outside cycles, a name that cannot be used
 */
export const checkConnections = (
  connections: readonly Connection[],
  nodes: ReadonlyMap<string, BuiltNode>,
  owner?: string,
): undefined => {
  const seen = new Set<string>();
  for (const connection of connections) {
    const source = endOf(connection, 'source', nodes);
    const target = endOf(connection, 'target', nodes);
    checkOutput(source, connection.output);
    checkInput(target, connection);
    if (source === target && owner === undefined) {
      throw new InvalidConnectionError(
        connectionName(connection),
        `it leads from '${source.id}' back to itself. Remove it, or declare it with addCycle(id, { edges: [...], maxIterations }).`,
      );
    }
    const key = JSON.stringify([connection.source, connection.output, connection.target, connection.input]);
    if (seen.has(key)) {
      throw new InvalidConnectionError(connectionName(connection), 'it stands twice. Remove one of the two.');
    }
    seen.add(key);
  }
};

const endOf = (
  connection: Connection,
  end: 'source' | 'target',
  nodes: ReadonlyMap<string, BuiltNode>,
): BuiltNode => {
  const id = connection[end];
  const node = nodes.get(id);
  if (node !== undefined) return node;
  throw new UnknownNodeError(id, `The ${end} of ${connectionName(connection)}`, [...nodes.keys()]);
};

const checkOutput = (node: BuiltNode, port: string): undefined => {
  const { outputs } = node.prepared;
  if (typeof port !== 'string' || port === '')
    throw new UnknownPortError(node.id, String(port), 'output', []);
  if (outputs === 'any' || outputs.includes(port) || outputs.includes(headOf(port))) return;
  // `result` is the whole output of a node that has no port of that name.
  if (headOf(port) === 'result') return;
  throw new UnknownPortError(node.id, port, 'output', outputs);
};

const checkInput = (node: BuiltNode, connection: Connection): undefined => {
  const port = connection.input;
  const { inputs } = node.definition;
  if (inputs !== 'any' && !Object.hasOwn(inputs, port)) {
    throw new UnknownPortError(node.id, String(port), 'input', Object.keys(inputs));
  }
  const problem = nameProblem(port);
  if (problem !== undefined)
    throw new InvalidConnectionError(connectionName(connection), `its input name cannot be used: ${problem}`);
};
