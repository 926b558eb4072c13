import type { AuditHead, AuditSink } from '../../types/audit.ts';

/** What a logger of `@opentelemetry/api-logs` is used for. */
export interface OpenTelemetryLogger {
  readonly emit: (record: {
    readonly body: string;
    readonly timestamp: number;
    readonly severityNumber: number;
    readonly attributes: Readonly<Record<string, string | number>>;
  }) => unknown;
}

/** `SeverityNumber.INFO` of the OpenTelemetry logs data model. */
const INFO = 9;

/**
 * Hands audit entries to an OpenTelemetry logger, as the attributes `lockstep.audit.*`. A logger cannot be asked what it was given
 * before, so that the chain begins anew with each sink; that an entry has arrived anywhere is up to the logger.
 *
 * @example
 * ```ts
 * import { LocalRuntime, openTelemetryAuditSink } from 'lockstep';
 * const logger = { emit: (record: object) => console.log(record) }; // logs.getLogger('lockstep') of @opentelemetry/api-logs
 * const runtime = new LocalRuntime({ audit: { sink: openTelemetryAuditSink(logger) } });
 * ```
 */
export const openTelemetryAuditSink = (logger: OpenTelemetryLogger): AuditSink => {
  let head: AuditHead | undefined;
  return {
    head: () => head,
    append: (entry) => {
      const { sequence, hash, type, time } = entry;
      logger.emit({
        body: type,
        timestamp: Date.parse(time),
        severityNumber: INFO,
        attributes: {
          'lockstep.audit.sequence': sequence,
          'lockstep.audit.hash': hash,
          'lockstep.audit.entry': JSON.stringify(entry),
        },
      });
      head = { sequence, hash };
    },
  };
};
