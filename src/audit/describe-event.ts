import type { AuditEntry } from '../../types/audit.ts';
import type { RunEvent } from '../../types/run-event.ts';
import { messageOf } from '../errors/message-of.ts';
import type { AuditedRun } from './audited-run.ts';
import { recordable } from './recordable.ts';

/** What an entry says of an event; nothing that may quote a value, unless payloads are included. */
export const describeEvent = (
  event: RunEvent,
  { workflow, userId }: AuditedRun,
  includePayloads: boolean,
  redacted: ReadonlySet<string>,
): Omit<AuditEntry, 'sequence' | 'time' | 'previous' | 'hash'> => ({
  type: event.type,
  runId: event.runId,
  ...(event.parent === undefined ? {} : { parentRunId: event.parent.runId }),
  workflow: 'workflow' in event ? event.workflow : workflow,
  ...(userId === undefined ? {} : { userId }),
  ...('nodeId' in event && event.nodeId !== undefined ? { nodeId: event.nodeId } : {}),
  ...('status' in event ? { status: event.status } : {}),
  ...('decision' in event ? denial(event.decision.action, event.decision.rule) : {}),
  ...('error' in event ? { error: failure(event.error, includePayloads) } : {}),
  ...('output' in event ? { data: recordable(event.output, redacted) } : {}),
});

const denial = (action: string, rule: string | null): Pick<AuditEntry, 'action' | 'rule'> => ({
  action,
  ...(rule === null ? {} : { rule }),
});

const failure = (error: unknown, includePayloads: boolean): NonNullable<AuditEntry['error']> => ({
  name: error instanceof Error ? error.name : typeof error,
  ...(error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? { code: error.code }
    : {}),
  ...(includePayloads ? { message: messageOf(error) } : {}),
});
