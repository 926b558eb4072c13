import { workerData } from 'node:worker_threads';
import type { NodeContext } from '../../types/node-contract.ts';
import { messageOf } from '../errors/message-of.ts';
import type { ColouredBody, NodeDefinition } from '../nodes/node-definition.ts';
import { ResourceRegistry } from '../resources/resource-registry.ts';
import { RunHold } from '../resources/run-hold.ts';
import { answerQuestions, type Line } from './blocking-worker.ts';
import { formOfError } from './error-form.ts';
import type { Answer, Request } from './line.ts';
import { untravelledIn } from './untravelled.ts';

// The entry of the worker's thread: it runs one node at a time and wakes the thread that waits for the answer.

// A resource cannot travel between threads: those of the worker are opened here, and end with it.
const resources = new RunHold(new ResourceRegistry({ persistent: true, declared: {} }));

interface Bound {
  readonly run: NonNullable<ColouredBody['async']>;
  readonly config: Readonly<Record<string, unknown>>;
}

/** The node, or why there is none. */
const bind = async ({ module, name, config: written }: Request): Promise<Bound | string> => {
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
  return typeof behaviour === 'object' && 'async' in behaviour && behaviour.async !== undefined
    ? { run: behaviour.async, config }
    : `what is imported has no asynchronous form. ${importable}.`;
};

const answerOf = async (request: Request): Promise<Answer> => {
  const bound = await bind(request);
  if (typeof bound === 'string') return { kind: 'refused', detail: bound };
  const { run, config } = bound;
  const { inputs, nodeId, runId, parameters, attempt, iteration } = request;
  // A body that is no longer wanted ends with its worker, so that this one never aborts.
  const { signal } = new AbortController();
  const context: NodeContext = { nodeId, runId, config, parameters, attempt, iteration, signal, resources };
  try {
    const value = await run(inputs, context);
    const found = untravelledIn(value, 'its output');
    return found === undefined ? { kind: 'value', value } : { kind: 'untravelled', ...found };
  } catch (error) {
    return { kind: 'error', error: formOfError(error) };
  }
};

answerQuestions(workerData as Line, answerOf);
