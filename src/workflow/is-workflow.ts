import type { WorkflowContract } from '../../types/workflow.ts';

const BRAND: unique symbol = Symbol.for('lockstep.workflow');

/** The property by which a built workflow is known, whichever copy of this package made it. */
export const workflowBrand = BRAND;

/** Whether a value is a workflow that `build()`, `fromJSON` or `fromYAML` has given. */
export const isWorkflow = (value: unknown): value is WorkflowContract =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, BRAND);
