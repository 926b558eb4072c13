import { LockstepError } from './lockstep-error.ts';

/** The leaf of a resource answers with a promise where the thread cannot wait for one. */
export class ResourceColourError extends LockstepError {
  readonly code = 'RESOURCE_COLOUR';
  readonly key: string;

  constructor(key: string) {
    super(
      `The leaf of resource '${key}' answers with a promise, and LocalRuntime cannot wait for one. Give an open and a close that answer at once, or use AsyncLocalRuntime.`,
    );
    this.key = key;
  }
}
