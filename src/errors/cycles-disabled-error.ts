import { LockstepError } from './lockstep-error.ts';

/** A workflow with cycles was given to a runtime made with `enableCycles: false`. */
export class CyclesDisabledError extends LockstepError {
  readonly code = 'CYCLES_DISABLED';
  readonly cycleIds: readonly string[];

  constructor(cycleIds: readonly string[]) {
    super(
      `The workflow declares the cycles ${cycleIds.map((id) => `'${id}'`).join(', ')}, and this runtime was made with enableCycles: false. Remove the cycles, or set enableCycles: true.`,
    );
    this.cycleIds = cycleIds;
  }
}
