import type { ApiSpanContext } from '../../types/open-telemetry.ts';

/** The header of W3C Trace Context that names a span: https://www.w3.org/TR/trace-context/#traceparent-header */
export const traceparentOf = ({ traceId, spanId, traceFlags }: ApiSpanContext): string =>
  `00-${traceId}-${spanId}-${(traceFlags & 0xff).toString(16).padStart(2, '0')}`;
