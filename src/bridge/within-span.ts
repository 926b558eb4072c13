/** Calls a body where a span of the thread that asks is the active one; without OpenTelemetry in the program it is just called. */
export const withinSpan = async (traceparent: string, body: () => unknown): Promise<unknown> => {
  const api = await openTelemetryApi();
  if (api === undefined) return body();
  const [, traceId = '', spanId = '', flags = '00'] = traceparent.split('-');
  const span = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
  return api.context.with(api.trace.setSpanContext(api.context.active(), span), body);
};

// Here and not in the threads of the program: what a thread was given cannot travel, and what is not installed is not missed.
const openTelemetryApi = async (): Promise<typeof import('@opentelemetry/api') | undefined> => {
  try {
    return await import('@opentelemetry/api');
  } catch {
    return undefined;
  }
};
