import type { NodeContext, NodeInputs } from '../../types/node-contract.ts';
import { PoolValueError } from '../errors/pool-value-error.ts';
import { PoolWorkerError } from '../errors/pool-worker-error.ts';
import type { ColouredBody } from '../nodes/node-definition.ts';
import { errorOfForm } from './error-form.ts';
import { newBodyId, requestOf } from './request-of.ts';
import type { WorkerPool } from './worker-pool.ts';

/**
 * The form of a CPU-bound node that leaves the event loop free: a worker of the pool runs its synchronous one.
 *
 * The body rejects with what the node's own throws, and besides with `PoolValueError` and `PoolWorkerError`.
 */
export const pooledBody = (origin: NonNullable<ColouredBody['origin']>) => {
  const body = { body: newBodyId(), form: 'sync' } as const;
  return async (inputs: NodeInputs, context: NodeContext, pool: WorkerPool): Promise<unknown> => {
    const { nodeId, signal } = context;
    const request = requestOf(origin, body, inputs, context);
    if ('path' in request) throw new PoolValueError(nodeId, request.path, request.is);
    const answer = await pool.run(request, signal);
    switch (answer.kind) {
      case 'value':
        return answer.value;
      case 'error':
        throw errorOfForm(answer.error, origin.errors);
      case 'untravelled':
        throw new PoolValueError(nodeId, answer.path, answer.is);
      case 'refused':
        throw new PoolWorkerError(nodeId, answer.detail);
      case 'ended':
        throw new PoolWorkerError(
          nodeId,
          'its worker has ended. Do not call process.exit() in a node, and answer its failures by throwing.',
        );
    }
  };
};
