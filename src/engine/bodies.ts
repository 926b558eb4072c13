import type { NodeContext, NodeContract } from '../../types/node-contract.ts';
import { bridgedBody } from '../bridge/bridged-body.ts';
import { pooledBody } from '../bridge/pooled-body.ts';
import type { WorkerPool } from '../bridge/worker-pool.ts';
import { AsyncOnlyNodeError } from '../errors/async-only-node-error.ts';
import type { NodeBehaviour } from '../nodes/node-definition.ts';

/** What each driver calls; a colour that the node has no form for throws, naming the node and the remedy. */
export interface Bodies {
  readonly blocking: NodeContract<'sync'>['run'];
  /** May answer at once or with a promise. */
  readonly concurrent: NodeContract<'sync'>['run'];
}

/** The bodies of a node from its behaviour; a node with a sub-workflow or a loop has none that is called. */
export const bodiesOf = (id: string, type: string, behaviour: NodeBehaviour): Bodies => {
  if (typeof behaviour === 'function') return { blocking: behaviour, concurrent: behaviour };
  const {
    sync,
    async: concurrent,
    origin,
    cpuBound,
  } = 'workflow' in behaviour || 'loop' in behaviour ? {} : behaviour;
  const refuse = (): never => {
    throw new AsyncOnlyNodeError(id, type);
  };
  const bridged = origin === undefined ? refuse : bridgedBody(origin);
  const inPlace = concurrent ?? sync ?? refuse;
  return {
    blocking: sync ?? bridged,
    concurrent: cpuBound === true && origin !== undefined ? inPool(pooledBody(origin), inPlace) : inPlace,
  };
};

type Body = Bodies['concurrent'];

const inPool =
  (pooled: ReturnType<typeof pooledBody>, inPlace: (...given: Parameters<Body>) => unknown): Body =>
  (inputs, context) => {
    const { pool } = context as NodeContext & { readonly pool?: WorkerPool };
    return pool === undefined ? inPlace(inputs, context) : pooled(inputs, context, pool);
  };
