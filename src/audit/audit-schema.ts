import * as v from 'valibot';
import type { AuditSink } from '../../types/audit.ts';

const isSink = (value: unknown): value is AuditSink =>
  typeof value === 'object' &&
  value !== null &&
  ['head', 'append'].every(
    (name) => typeof (value as Readonly<Record<string, unknown>>)[name] === 'function',
  );

/** The option `audit`. */
export const audit = v.strictObject({
  sink: v.custom<AuditSink>(isSink, 'a sink with the functions head and append, such as fileAuditSink(file)'),
  includePayloads: v.exactOptional(v.boolean(), false),
  redact: v.exactOptional(v.array(v.string()), []),
  onSinkFailure: v.exactOptional(v.picklist(['fail', 'warn']), 'fail'),
});
