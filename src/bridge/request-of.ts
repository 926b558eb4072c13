import type { NodeContext, NodeInputs } from '../../types/node-contract.ts';
import type { ColouredBody } from '../nodes/node-definition.ts';
import type { Request } from './line.ts';
import { type Untravelled, untravelledIn } from './untravelled.ts';

let bodies = 0;

/** A number for each node whose body runs elsewhere, by which a worker knows it again. */
export const newBodyId = (): number => {
  bodies += 1;
  return bodies;
};

/** What to send so that a worker runs a node; or what stands in the way. */
export const requestOf = (
  { module, name, config }: NonNullable<ColouredBody['origin']>,
  body: Pick<Request, 'body' | 'form'>,
  inputs: NodeInputs,
  {
    nodeId,
    runId,
    parameters,
    attempt,
    iteration,
    traceparent,
  }: NodeContext & Pick<Partial<Request>, 'traceparent'>,
): Request | Untravelled => {
  const travelling = { inputs: { ...inputs }, config, parameters };
  for (const [key, value] of Object.entries(travelling)) {
    const found = untravelledIn(value, key);
    if (found !== undefined) return found;
  }
  return { module, name, ...body, nodeId, runId, attempt, iteration, traceparent, ...travelling };
};
