import type { WorkflowBuilder } from '../../../src/index.ts';
import { echo } from './sample-nodes.ts';

type ErrorClass = abstract new (...args: never[]) => Error;

/** One mistake: how it is made, the error it must give, and what the message must say. */
export interface Mistake {
  readonly name: string;
  readonly make: (builder: WorkflowBuilder) => unknown;
  readonly error: ErrorClass;
  readonly says: readonly string[];
}

/** Adds nodes that take anything and give `got`. */
export const node = (builder: WorkflowBuilder, ...ids: string[]): undefined => {
  for (const id of ids) builder.addNode('FunctionNode', id, echo);
};
