import type { Logger } from '../../types/logger.ts';
import type { RunEvent, RunEventType } from '../../types/run-event.ts';
import { messageOf } from '../errors/message-of.ts';

/** What is logged of an event. */
export interface LogLine {
  readonly level: keyof Logger;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const LINES: Readonly<Record<RunEventType, readonly [level: keyof Logger, message: string]>> = {
  runStarted: ['info', 'run started'],
  runResumed: ['info', 'run resumed'],
  nodeStarted: ['trace', 'node started'],
  nodeCompleted: ['debug', 'node completed'],
  nodeFailed: ['error', 'node failed'],
  nodeSkipped: ['debug', 'node skipped'],
  nodeRetried: ['warn', 'node is tried again'],
  circuitOpened: ['warn', 'circuit opened'],
  circuitHalfOpened: ['info', 'circuit half open'],
  circuitClosed: ['info', 'circuit closed'],
  accessDenied: ['warn', 'access denied'],
  resourceLimitExceeded: ['warn', 'resource limit exceeded'],
  runCompleted: ['info', 'run completed'],
  runFailed: ['error', 'run failed'],
  runCancelled: ['warn', 'run cancelled'],
};

/** What is logged of an event: never an output or an input. Ordinary events of runs inside of others are for debugging. */
export const logLineOf = (event: RunEvent): LogLine => {
  const [level, message] = LINES[event.type];
  const isInner = event.parent !== undefined && level === 'info';
  return { level: isInner ? 'debug' : level, message, fields: fieldsOf(event) };
};

const fieldsOf = (event: RunEvent): Readonly<Record<string, unknown>> => ({
  event: event.type,
  runId: event.runId,
  ...(event.parent !== undefined && { parentRunId: event.parent.runId, parentNodeId: event.parent.nodeId }),
  ...('workflow' in event && { workflow: event.workflow }),
  ...('nodeId' in event && { nodeId: event.nodeId, nodeType: event.nodeType }),
  ...('iteration' in event && { iteration: event.iteration }),
  ...('finished' in event && { finished: event.finished.length }),
  ...('attempt' in event && { attempt: event.attempt, delayMs: event.delayMs }),
  ...('attempts' in event && { attempts: event.attempts }),
  ...('circuit' in event && { circuit: event.circuit }),
  ...('action' in event && {
    resource: event.resource,
    value: event.value,
    limit: event.limit,
    action: event.action,
  }),
  ...('decision' in event && {
    action: event.decision.action,
    rule: event.decision.rule,
    reason: event.decision.reason,
  }),
  ...('status' in event && { status: event.status }),
  ...('error' in event && { error: errorOf(event.error) }),
});

// An error's other properties may hold what nodes were given or have answered, partial results among them.
const errorOf = (error: unknown): Readonly<Record<string, unknown>> => ({
  name: error instanceof Error ? error.name : typeof error,
  ...(error instanceof Error && 'code' in error && typeof error.code === 'string' && { code: error.code }),
  message: messageOf(error),
});
