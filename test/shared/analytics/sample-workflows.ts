import { WorkflowBuilder } from '../../../src/index.ts';
import { fails } from '../runtime/sample-nodes.ts';

/** Waits, once its first attempt has failed, for longer than any test does. */
export const waiting = new WorkflowBuilder('waiting')
  .addNode('FunctionNode', 'boom', {
    ...fails(new Error('not yet')),
    retry: { maxAttempts: 2, delayMs: 60_000 },
  })
  .build();
