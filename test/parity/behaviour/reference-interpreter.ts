import { WorkflowExecutionError } from '../../../src/index.ts';
import type { CycleSummary, RunEvent } from '../../../types/index.ts';
import { type NodeDescription, type RunCase, typeNames } from './description.ts';
import { attemptBody, delayBefore, retryOf } from './reference-body.ts';
import { endOfIteration } from './reference-cycles.ts';
import { deliver, isSkipped, type Settled } from './reference-edges.ts';
import { type Delivery, makeInputs } from './reference-inputs.ts';
import { planOrder, takeInOrder } from './reference-order.ts';
import type { Failure, Outcome, ReferenceSettings } from './reference-outcome.ts';
import type { Given } from './reference-ports.ts';

class Stopped extends Error {}

/** Runs a case as `src/SEMANTICS.md` says, one node at a time: small, slow, and written from that page alone. */
export const interpret = (run: RunCase, settings: ReferenceSettings): Outcome => {
  const { book, parent, everyFailure = false } = settings;
  const { workflow, options } = run;
  const runId = settings.runIds(parent);
  const plan = planOrder(workflow, book);
  const settled = new Map<string, Settled>();
  const previous = new Map<string, Settled>();
  const events: RunEvent[] = [];
  const cycles: Record<string, CycleSummary> = {};
  const failures: Failure[] = [];
  const outputs = new Map<string, unknown[]>();
  let anyFailed = false;
  let ended: unknown;

  const base = { runId, ...(parent === undefined ? {} : { parent }) };
  const about = (node: NodeDescription, iteration: number | undefined) => ({
    ...base,
    nodeId: node.id,
    nodeType: typeNames[node.type],
    ...(iteration !== undefined && book.holds('event: iteration only inside a cycle') ? { iteration } : {}),
  });
  const completedOutputs = (): Readonly<Record<string, Readonly<Record<string, unknown>>>> =>
    Object.fromEntries(
      plan.flatMap((id) => {
        const state = settled.get(id);
        return state?.kind === 'completed' ? [[id, state.given.output] as const] : [];
      }),
    );

  const fail = (nodeId: string, error: unknown, inner?: Outcome): boolean => {
    anyFailed = true;
    if (options.onError !== 'stop' || !book.holds('fail: stop ends the run')) {
      settled.set(nodeId, { kind: 'failed', error });
      return true;
    }
    failures.push({ nodeId, error, inner });
    if (everyFailure) return false;
    const partial = book.holds('fail: partial results hold the nodes that had completed')
      ? completedOutputs()
      : {};
    ended = new WorkflowExecutionError(nodeId, runId, error, partial);
    events.push({ ...base, type: 'runFailed', error: ended });
    throw new Stopped();
  };

  const deliveriesTo = (id: string, iteration: number | undefined): readonly Delivery[] => {
    const forward = workflow.edges.filter(({ target }) => target === id);
    const back = workflow.cycles.flatMap(({ edges }) => edges.filter(({ target }) => target === id));
    return [
      ...forward.map((edge) => deliver(edge, settled.get(edge.source), false, options, book)),
      ...back.map((edge): Delivery => {
        if (iteration === 1 && !book.holds('cycle: back edges deliver nothing in the first iteration')) {
          return { kind: 'null', input: edge.input, taken: true };
        }
        const source = iteration === 1 ? undefined : previous.get(edge.source);
        if (source !== undefined && !book.holds('skip: back edges count from the second iteration')) {
          return { kind: 'absent', input: edge.input };
        }
        return deliver(edge, source, true, options, book);
      }),
    ];
  };

  const visit = (node: NodeDescription, iteration: number | undefined): boolean => {
    const deliveries = deliveriesTo(node.id, iteration);
    if (isSkipped(node, deliveries, book)) {
      if (book.holds('event: nodeSkipped when it is taken'))
        events.push({ ...about(node, iteration), type: 'nodeSkipped' });
      settled.set(node.id, { kind: 'skipped' });
      return true;
    }
    events.push({ ...about(node, iteration), type: 'nodeStarted' });
    const policy = retryOf(node, run, book);
    let inner: Outcome | undefined;
    const runSub = (
      sub: Extract<NodeDescription, { type: 'sub' }>,
      inputs: Readonly<Record<string, unknown>>,
    ) => {
      const parameters = (book.holds('sub: inputs become parameters') ? inputs : {}) as RunCase['parameters'];
      const outcome = interpret(
        { workflow: sub.workflow, parameters, options },
        { ...settings, parent: { runId, nodeId: sub.id } },
      );
      events.push(...outcome.events);
      inner = outcome;
      const failure = outcome.failures[0];
      if (outcome.error !== undefined) throw outcome.error;
      if (failure !== undefined)
        throw new WorkflowExecutionError(failure.nodeId, outcome.runId, failure.error, {});
      if (outcome.status === 'partial' && !book.holds('sub: a partial inner run is a completed node')) {
        throw new Error('partial');
      }
      return outcome.results;
    };

    for (let attempt = 1; ; attempt += 1) {
      let given: Given;
      let retriable = false;
      try {
        const inputs = makeInputs(node, deliveries, run, book);
        retriable = true;
        given = attemptBody(node, inputs, { attempt, iteration }, run, runSub, book);
      } catch (error) {
        const left = attempt < policy.maxAttempts;
        const again = retriable
          ? left && book.holds('fail: tried again while attempts are left')
          : left && !book.holds('fail: errors in making inputs are not retried');
        if (!again) {
          events.push({ ...about(node, iteration), type: 'nodeFailed', error, attempts: attempt });
          return fail(node.id, error, inner);
        }
        const delayMs = delayBefore(attempt + 1, policy, book);
        events.push({ ...about(node, iteration), type: 'nodeRetried', error, attempt: attempt + 1, delayMs });
        continue;
      }
      settled.set(node.id, { kind: 'completed', given });
      outputs.set(node.id, [...(outputs.get(node.id) ?? []), given.output]);
      const { output, inactive } = given;
      const ports = node.type === 'switch' && Object.keys(output).filter((port) => !inactive.has(port));
      events.push({ ...about(node, iteration), type: 'nodeCompleted', output, ...(ports && { ports }) });
      return true;
    }
  };

  const again = (cycle: RunCase['workflow']['cycles'][number], iteration: number): boolean => {
    for (const [id, state] of settled) previous.set(id, state);
    const end = endOfIteration(cycle, iteration, settled, options, book);
    if (end.kind === 'again') return true;
    cycles[cycle.id] = { iterations: iteration, endedBy: end.kind === 'end' ? end.endedBy : 'failed' };
    if (end.kind === 'end') return false;
    const entry = workflow.nodes.find(({ id }) => id === cycle.edges[0]?.target);
    if (entry === undefined) throw new Error(`The first back edge of '${cycle.id}' leads nowhere.`);
    events.push({ ...about(entry, iteration), type: 'nodeFailed', error: end.error, attempts: 0 });
    fail(entry.id, end.error);
    return false;
  };

  events.push({ ...base, type: 'runStarted', workflow: workflow.name });
  try {
    takeInOrder(workflow, { visit, again }, book);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  }
  const results = Object.fromEntries(
    plan.flatMap((id) => {
      const state = settled.get(id);
      const [first, ...later] = outputs.get(id) ?? [];
      if (later.length > 0 && !book.holds('cycle: results hold the last iteration'))
        return [[id, first] as const];
      if (state?.kind === 'completed') return [[id, state.given.output] as const];
      return state?.kind === 'failed' ? [[id, { error: state.error }] as const] : [];
    }),
  );
  const skipped = plan.filter((id) => settled.get(id)?.kind === 'skipped');
  const failedEarlier = anyFailed && ![...settled.values()].some(({ kind }) => kind === 'failed');
  if (failedEarlier && !book.holds('cycle: a failure in any iteration makes the status partial'))
    anyFailed = false;
  const status = anyFailed && book.holds('fail: the status is partial') ? 'partial' : 'completed';
  if (ended === undefined) {
    const summary = workflow.cycles.length > 0 ? { cycles } : {};
    events.push({ ...base, type: 'runCompleted', status, ...summary });
  }
  return { runId, plan, results, skipped, status, error: ended, events, failures, outputs };
};
