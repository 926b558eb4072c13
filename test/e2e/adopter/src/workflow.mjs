import { deepEqual } from 'node:assert/strict';
import { AsyncLocalRuntime, LocalRuntime, WorkflowBuilder } from 'lockstep';
import { addLater } from './add-later.mjs';

const workflow = new WorkflowBuilder().addNode(addLater, 'sum').build();
const parameters = { sum: { a: 40, b: 2 } };
const runtime = new LocalRuntime();
const { results } = runtime.execute(workflow, { parameters });
runtime.close();
deepEqual((await new AsyncLocalRuntime().execute(workflow, { parameters })).results, results);

const refused = () => {
  try {
    return new LocalRuntime({ onError: 'never' });
  } catch (error) {
    return error.constructor.name;
  }
};
console.log(`${JSON.stringify(results)} agrees, ${refused()}`);
