import assert from 'node:assert/strict';
import { types } from 'node:util';
import { AsyncLocalRuntime } from '../../../src/index.ts';
import type { NodeOutputs, RunOptions, RunResult, WorkflowContract } from '../../../types/index.ts';
import type { AnyRuntime } from './kits.ts';

/** `await` would hide a result of the wrong colour, so the colour is asserted before it. */
const assertColour = (runtime: AnyRuntime, answer: unknown): undefined => {
  assert.equal(
    types.isPromise(answer),
    runtime instanceof AsyncLocalRuntime,
    'an answer of the wrong colour',
  );
};

/** Runs a workflow and gives results, run id, skipped nodes and status exactly as the runtime gave them. */
export const executeRuntimeWithRunId = async <Outputs extends NodeOutputs>(
  runtime: AnyRuntime,
  workflow: WorkflowContract<Outputs>,
  options?: RunOptions,
): Promise<RunResult<Outputs>> => {
  const answer = runtime.execute(workflow, options);
  assertColour(runtime, answer);
  return answer;
};

/** Runs a workflow and gives the results exactly as the runtime gave them. */
export const executeRuntime = async <Outputs extends NodeOutputs>(
  runtime: AnyRuntime,
  workflow: WorkflowContract<Outputs>,
  options?: RunOptions,
): Promise<RunResult<Outputs>['results']> =>
  (await executeRuntimeWithRunId(runtime, workflow, options)).results;
