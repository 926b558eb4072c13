import type { TelemetryAttributes } from '../../types/open-telemetry.ts';
import type { NodeEventBase } from '../../types/run-event.ts';
import { messageOf } from '../errors/message-of.ts';

/** The name under which Lockstep asks for a tracer and a meter. */
export const SCOPE = 'lockstep';

/** What kind of error it was, by the attribute of that name in the semantic conventions. */
export const errorType = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/** What a span says of an error: never its other properties, which may hold what nodes were given. */
export const exceptionOf = (
  error: unknown,
): { readonly name: string; readonly message: string; readonly stack?: string } => ({
  name: errorType(error),
  message: messageOf(error),
  ...(error instanceof Error && typeof error.stack === 'string' && { stack: error.stack }),
});

/** Which node an event is about. */
export const nodeAttributes = ({
  nodeId,
  nodeType,
  iteration,
}: Pick<NodeEventBase, 'nodeId' | 'nodeType' | 'iteration'>): TelemetryAttributes => ({
  'lockstep.node.id': nodeId,
  'lockstep.node.type': nodeType,
  ...(iteration !== undefined && { 'lockstep.node.iteration': iteration }),
});
