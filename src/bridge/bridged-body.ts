import type { NodeContext, NodeContract, NodeInputs } from '../../types/node-contract.ts';
import { BridgeTimeoutError } from '../errors/bridge-timeout-error.ts';
import { BridgeValueError } from '../errors/bridge-value-error.ts';
import { BridgeWorkerError } from '../errors/bridge-worker-error.ts';
import { NodeTimeoutError } from '../errors/node-timeout-error.ts';
import type { ColouredBody } from '../nodes/node-definition.ts';
import { cross } from './bridge.ts';
import { errorOfForm } from './error-form.ts';
import type { Request } from './line.ts';
import { untravelledIn } from './untravelled.ts';

/** How long the thread is blocked for a node without a time limit of its own, in milliseconds. */
const LONGEST_WAIT_MS = 300_000;

/**
 * The synchronous form of a node that has only an asynchronous one: a worker runs it while this thread waits.
 *
 * The body throws what the node's own throws, and besides `NodeTimeoutError`, `BridgeTimeoutError`, `BridgeValueError`
 * and `BridgeWorkerError`.
 */
export const bridgedBody =
  (origin: NonNullable<ColouredBody['origin']>): NodeContract<'sync'>['run'] =>
  (inputs, context) => {
    const { nodeId } = context;
    const request = requestOf(origin, inputs, context);
    const { timeoutMs } = context.config;
    const limitMs = typeof timeoutMs === 'number' ? timeoutMs : undefined;
    const answer = cross(request, limitMs ?? LONGEST_WAIT_MS);
    switch (answer.kind) {
      case 'value':
        return answer.value;
      case 'error':
        throw errorOfForm(answer.error, origin.errors);
      case 'untravelled':
        throw new BridgeValueError(nodeId, answer.path, answer.is);
      case 'refused':
        throw new BridgeWorkerError(nodeId, answer.detail);
      case 'ended':
        throw new BridgeWorkerError(
          nodeId,
          'its worker has ended. Do not call process.exit() in a node, and answer its failures by throwing.',
        );
      case 'late':
        throw limitMs === undefined
          ? new BridgeTimeoutError(nodeId, LONGEST_WAIT_MS)
          : new NodeTimeoutError(nodeId, limitMs);
    }
  };

const requestOf = (
  { module, name, config }: NonNullable<ColouredBody['origin']>,
  inputs: NodeInputs,
  { nodeId, runId, parameters, attempt, iteration }: NodeContext,
): Request => {
  const travelling = { inputs: { ...inputs }, config, parameters };
  for (const [key, value] of Object.entries(travelling)) {
    const found = untravelledIn(value, key);
    if (found !== undefined) throw new BridgeValueError(nodeId, found.path, found.is);
  }
  return { module, name, nodeId, runId, attempt, iteration, ...travelling };
};
