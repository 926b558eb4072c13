import type { NodeContract } from '../../types/node-contract.ts';
import { BridgeTimeoutError } from '../errors/bridge-timeout-error.ts';
import { BridgeValueError } from '../errors/bridge-value-error.ts';
import { BridgeWorkerError } from '../errors/bridge-worker-error.ts';
import { NodeTimeoutError } from '../errors/node-timeout-error.ts';
import type { ColouredBody } from '../nodes/node-definition.ts';
import { cross } from './bridge.ts';
import { errorOfForm } from './error-form.ts';
import { newBodyId, requestOf } from './request-of.ts';

/** How long the thread is blocked for a node without a time limit of its own, in milliseconds. */
const LONGEST_WAIT_MS = 300_000;

/**
 * The synchronous form of a node that has only an asynchronous one: a worker runs it while this thread waits.
 *
 * The body throws what the node's own throws, and besides `NodeTimeoutError`, `BridgeTimeoutError`, `BridgeValueError`
 * and `BridgeWorkerError`.
 */
export const bridgedBody = (
  origin: NonNullable<ColouredBody['origin']>,
  longestWaitMs = LONGEST_WAIT_MS,
): NodeContract<'sync'>['run'] => {
  const body = { body: newBodyId(), form: 'async' } as const;
  return (inputs, context) => {
    const { nodeId } = context;
    const request = requestOf(origin, body, inputs, context);
    if ('path' in request) throw new BridgeValueError(nodeId, request.path, request.is);
    const { timeoutMs } = context.config;
    const limitMs = typeof timeoutMs === 'number' ? timeoutMs : undefined;
    const answer = cross(request, limitMs ?? longestWaitMs);
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
          ? new BridgeTimeoutError(nodeId, longestWaitMs)
          : new NodeTimeoutError(nodeId, limitMs);
    }
  };
};
