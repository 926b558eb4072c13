// What is used of `@opentelemetry/api`, by its shape: whoever gives it has it installed, in the version of theirs. Written as methods,
// whose parameters TypeScript compares both ways: a span or context comes from the API and goes back to it unread.

/** TelemetryAttributes of a span, an event or a measurement. */
export type TelemetryAttributes = Readonly<Record<string, string | number | boolean>>;

/** A context of the API; only the API looks into it. */
export interface ApiContext {
  getValue(key: symbol): unknown;
  setValue(key: symbol, value: unknown): ApiContext;
  deleteValue(key: symbol): ApiContext;
}

/** What names a span in other processes and threads. */
export interface ApiSpanContext {
  readonly traceId: string;
  readonly spanId: string;
  readonly traceFlags: number;
}

/** A span of the API. */
export interface ApiSpan {
  spanContext(): ApiSpanContext;
  setAttributes(attributes: TelemetryAttributes): unknown;
  addEvent(name: string, attributes?: TelemetryAttributes): unknown;
  recordException(exception: {
    readonly name: string;
    readonly message: string;
    readonly stack?: string;
  }): unknown;
  setStatus(status: { readonly code: number; readonly message?: string }): unknown;
  end(): unknown;
}

/** How an instrument is described. */
export interface ApiMetricOptions {
  readonly description: string;
  readonly unit: string;
  readonly advice?: { explicitBucketBoundaries?: number[] };
}

/** A counter of the API, or an up-down counter. */
export interface ApiCounter {
  add(value: number, attributes?: TelemetryAttributes): unknown;
}

/** A histogram of the API. */
export interface ApiHistogram {
  record(value: number, attributes?: TelemetryAttributes): unknown;
}

/** The module `@opentelemetry/api`, from 1.7 on: `import * as api from '@opentelemetry/api'`. */
export interface OpenTelemetryApi {
  readonly context: {
    active(): ApiContext;
    with(context: ApiContext, fn: () => unknown): unknown;
  };
  readonly trace: {
    getTracer(name: string): {
      startSpan(name: string, options?: { attributes?: TelemetryAttributes }, context?: ApiContext): ApiSpan;
    };
    setSpan(context: ApiContext, span: ApiSpan): ApiContext;
  };
  readonly metrics: {
    getMeter(name: string): {
      createCounter(name: string, options?: ApiMetricOptions): ApiCounter;
      createUpDownCounter(name: string, options?: ApiMetricOptions): ApiCounter;
      createHistogram(name: string, options?: ApiMetricOptions): ApiHistogram;
    };
  };
}

/**
 * How a runtime tells OpenTelemetry of its runs. Without an SDK that is registered, the API does nothing with it.
 *
 * @example
 * ```ts
 * import * as api from '@opentelemetry/api';
 * import { LocalRuntime } from 'lockstep';
 * const runtime = new LocalRuntime({ openTelemetry: { api } });
 * ```
 */
export interface OpenTelemetryOptions {
  readonly api: OpenTelemetryApi;
  /** Whether runs and nodes are spans; `true` unless given. */
  readonly traces?: boolean;
  /** Whether runs and nodes are measured; `true` unless given. */
  readonly metrics?: boolean;
}
