import { workerData } from 'node:worker_threads';
import type { NodeContext, NodeInputs } from '../../types/node-contract.ts';
import { messageOf } from '../errors/message-of.ts';
import type { ColouredBody, NodeDefinition } from '../nodes/node-definition.ts';
import { ResourceRegistry } from '../resources/resource-registry.ts';
import { RunHold } from '../resources/run-hold.ts';
import { answerQuestions } from './blocking-worker.ts';
import { formOfError } from './error-form.ts';
import type { Answer, Request } from './line.ts';
import type { Line } from './open-worker.ts';
import { untravelledIn } from './untravelled.ts';
import { withinSpan } from './within-span.ts';

// The entry of the worker's thread: it runs one node at a time and wakes the thread that waits for the answer.

// A resource cannot travel between threads: those of the worker are opened here, and end with it.
const resources = new RunHold(
  new ResourceRegistry({ persistent: true, declared: {}, redact: (error) => error }),
);

interface Bound {
  readonly run: (inputs: NodeInputs, context: NodeContext) => unknown;
  readonly config: Readonly<Record<string, unknown>>;
}

/** As many nodes are remembered; what a worker has forgotten it prepares anew. */
const MOST_BOUND = 200;
const bound = new Map<number, Bound>();

const boundOf = async (request: Request): Promise<Bound | string> => {
  const known = bound.get(request.body);
  if (known !== undefined) return known;
  const made = await bind(request);
  if (typeof made === 'string') return made;
  if (bound.size >= MOST_BOUND) bound.clear();
  bound.set(request.body, made);
  return made;
};

/** The node, or why there is none. */
const bind = async ({ module, name, config: written, form }: Request): Promise<Bound | string> => {
  const importable = `Export the definition from the module '${module}' under the name that its origin says, '${name}'`;
  let definition: NodeDefinition | undefined;
  try {
    definition = (await import(module))[name] as NodeDefinition | undefined;
  } catch (error) {
    return `its module does not load there (${messageOf(error)}). ${importable}.`;
  }
  if (typeof definition?.prepare !== 'function') return `there is no such definition. ${importable}.`;
  const prepared = definition.prepare(written);
  if (!('behaviour' in prepared)) return `it refuses its config there: ${prepared.detail}`;
  const { behaviour, config } = prepared;
  const forms = typeof behaviour === 'function' ? { sync: behaviour } : (behaviour as ColouredBody);
  const run = forms[form];
  return run === undefined
    ? `what is imported has no ${form === 'sync' ? 'synchronous' : 'asynchronous'} form. ${importable}.`
    : { run, config };
};

const answerOf = async (request: Request): Promise<Answer> => {
  const known = await boundOf(request);
  if (typeof known === 'string') return { kind: 'refused', detail: known };
  const { run, config } = known;
  const { inputs, nodeId, runId, parameters, attempt, iteration, traceparent } = request;
  // A body that is no longer wanted ends with its worker, so that this one never aborts.
  const { signal } = new AbortController();
  const context: NodeContext = { nodeId, runId, config, parameters, attempt, iteration, signal, resources };
  try {
    const body = (): unknown => run(inputs, context);
    const value = await (traceparent === undefined ? body() : withinSpan(traceparent, body));
    const found = untravelledIn(value, 'its output');
    return found === undefined ? { kind: 'value', value } : { kind: 'untravelled', ...found };
  } catch (error) {
    return { kind: 'error', error: formOfError(error) };
  }
};

answerQuestions(workerData as Line, answerOf);
