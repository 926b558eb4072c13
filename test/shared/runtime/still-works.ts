import assert from 'node:assert/strict';
import { WorkflowBuilder } from '../../../src/index.ts';
import type { RunOptions, WorkflowContract } from '../../../types/index.ts';
import { thrownBy } from './assert-error.ts';
import { executeRuntimeWithRunId } from './execute-runtime.ts';
import type { AnyRuntime } from './kits.ts';

const sound = new WorkflowBuilder('sound').addNode('FunctionNode', 'answer', { run: () => 42 }).build();

/** Asserts that a runtime which has just refused something still runs a sound workflow. */
export const assertStillWorks = async (runtime: AnyRuntime): Promise<undefined> => {
  const { results, skipped, status } = await executeRuntimeWithRunId(runtime, sound);
  assert.deepEqual({ ...results }, { answer: { result: 42 } });
  assert.deepEqual([skipped, status], [[], 'completed']);
  return undefined;
};

/** Gives the error of a run that must fail, once the next run on the same runtime has worked. */
export const failingRun = async (
  runtime: AnyRuntime,
  workflow: WorkflowContract,
  options?: RunOptions,
): Promise<unknown> => {
  const error = await thrownBy(() => executeRuntimeWithRunId(runtime, workflow, options));
  await assertStillWorks(runtime);
  return error;
};
