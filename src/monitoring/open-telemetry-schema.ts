import * as v from 'valibot';
import type { OpenTelemetryApi } from '../../types/open-telemetry.ts';

const PARTS = { context: 'with', trace: 'setSpan', metrics: 'getMeter' };

const isApi = (value: unknown): value is OpenTelemetryApi =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(PARTS).every(([part, method]) => {
    const found: unknown = Reflect.get(value, part);
    return typeof found === 'object' && found !== null && typeof Reflect.get(found, method) === 'function';
  });

/** The option `openTelemetry`. */
export const openTelemetry = v.strictObject({
  api: v.custom<OpenTelemetryApi>(
    isApi,
    "the module @opentelemetry/api: import * as api from '@opentelemetry/api'",
  ),
  traces: v.exactOptional(v.boolean(), true),
  metrics: v.exactOptional(v.boolean(), true),
});
