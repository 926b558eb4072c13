import type {
  ApiContext,
  ApiSpan,
  OpenTelemetryApi,
  TelemetryAttributes,
} from '../../types/open-telemetry.ts';
import type { RunEvent } from '../../types/run-event.ts';
import type { RunFollower } from './run-observer.ts';
import { errorType, exceptionOf, nodeAttributes, SCOPE } from './telemetry-attributes.ts';
import { traceparentOf } from './traceparent.ts';

/** A span that is not over, and the context in which it is the active one. */
interface OpenSpan {
  readonly span: ApiSpan;
  readonly context: ApiContext;
}

interface RunSpan extends OpenSpan {
  readonly nodes: Map<string, OpenSpan>;
}

/** `SpanStatusCode.ERROR`. */
const ERROR = 2;

/** Follows a run with spans: one for it, one for each node, and those of the runs inside of a node under that one. */
export const tracedRun = (api: OpenTelemetryApi): RunFollower => {
  const tracer = api.trace.getTracer(SCOPE);
  // The caller's: whoever has a span of their own around the run sees it as a part of that.
  const outermost = api.context.active();
  const runs = new Map<string, RunSpan>();

  const open = (name: string, attributes: TelemetryAttributes, parent: ApiContext): OpenSpan => {
    const span = tracer.startSpan(name, { attributes }, parent);
    return { span, context: api.trace.setSpan(parent, span) };
  };
  const nodeSpan = (runId: string, nodeId: string): OpenSpan | undefined =>
    runs.get(runId)?.nodes.get(nodeId);
  const fail = (span: ApiSpan, error: unknown): undefined => {
    const exception = exceptionOf(error);
    span.recordException(exception);
    span.setAttributes({ 'error.type': exception.name });
    span.setStatus({ code: ERROR, message: exception.message });
  };
  const begin = (
    { runId, parent }: RunEvent,
    workflow: string,
    attributes: TelemetryAttributes,
  ): undefined => {
    const outer = parent === undefined ? undefined : nodeSpan(parent.runId, parent.nodeId);
    const all = { 'lockstep.run.id': runId, 'lockstep.workflow.name': workflow, ...attributes };
    runs.set(runId, { ...open(`run ${workflow}`, all, outer?.context ?? outermost), nodes: new Map() });
  };
  const end = (runId: string, status: string, error?: unknown): undefined => {
    const run = runs.get(runId);
    if (run === undefined) return;
    runs.delete(runId);
    // Nodes that a failure beside them, or the run's own end, has cut short.
    for (const { span } of run.nodes.values()) {
      span.setAttributes({ 'lockstep.node.aborted': true });
      span.end();
    }
    run.span.setAttributes({ 'lockstep.run.status': status });
    if (error !== undefined) fail(run.span, error);
    run.span.end();
  };
  const endNode = (runId: string, nodeId: string, finish: (span: ApiSpan) => unknown): undefined => {
    const node = nodeSpan(runId, nodeId);
    if (node === undefined) return;
    runs.get(runId)?.nodes.delete(nodeId);
    finish(node.span);
    node.span.end();
  };
  /** Adds an event to the span of the node that it is about, or of the run where that has none. */
  const note = (
    event: RunEvent & { readonly nodeId?: string },
    name: string,
    more: TelemetryAttributes,
  ): undefined => {
    const node = event.nodeId === undefined ? undefined : nodeSpan(event.runId, event.nodeId);
    const about =
      event.nodeId === undefined ? {} : nodeAttributes(event as Parameters<typeof nodeAttributes>[0]);
    (node ?? runs.get(event.runId))?.span.addEvent(name, { ...about, ...more });
  };

  const observe = (event: RunEvent): undefined => {
    switch (event.type) {
      case 'runStarted':
        return begin(event, event.workflow, {});
      case 'runResumed':
        return begin(event, event.workflow, { 'lockstep.run.resumed': true });
      case 'nodeStarted': {
        const run = runs.get(event.runId);
        run?.nodes.set(event.nodeId, open(`node ${event.nodeId}`, nodeAttributes(event), run.context));
        return;
      }
      case 'nodeCompleted':
        return endNode(event.runId, event.nodeId, () => undefined);
      case 'nodeFailed':
        return endNode(event.runId, event.nodeId, (span) => {
          span.setAttributes({ 'lockstep.node.attempts': event.attempts });
          fail(span, event.error);
        });
      case 'nodeSkipped':
        return note(event, 'lockstep.node.skipped', {});
      case 'nodeRetried':
        return note(event, 'lockstep.node.retried', {
          'lockstep.node.attempt': event.attempt,
          'lockstep.node.delay_ms': event.delayMs,
          'error.type': errorType(event.error),
          'exception.message': exceptionOf(event.error).message,
        });
      case 'circuitOpened':
      case 'circuitHalfOpened':
      case 'circuitClosed':
        return note(event, `lockstep.${CIRCUITS[event.type]}`, { 'lockstep.circuit': event.circuit });
      case 'accessDenied':
        return note(event as RunEvent & { readonly nodeId?: string }, 'lockstep.access.denied', {
          'lockstep.access.action': event.decision.action,
        });
      case 'resourceLimitExceeded':
        return note(event as RunEvent & { readonly nodeId?: string }, 'lockstep.limit.exceeded', {
          'lockstep.limit.resource': event.resource,
          'lockstep.limit.action': event.action,
        });
      case 'runCompleted':
        return end(event.runId, event.status);
      case 'runFailed':
        return end(event.runId, 'failed', event.error);
      case 'runCancelled':
        return end(event.runId, 'cancelled', event.error);
    }
  };

  return {
    observe,
    tracing: {
      enclose: ({ runId, nodeId }, body) => {
        const node = nodeSpan(runId, nodeId);
        return node === undefined ? body() : api.context.with(node.context, body);
      },
      traceparent: ({ runId, nodeId }) => {
        const node = nodeSpan(runId, nodeId);
        return node && traceparentOf(node.span.spanContext());
      },
    },
  };
};

const CIRCUITS = {
  circuitOpened: 'circuit.opened',
  circuitHalfOpened: 'circuit.half_opened',
  circuitClosed: 'circuit.closed',
} as const;
