import { LockstepError } from './lockstep-error.ts';

/** A switch has been given no data to decide on. */
export class SwitchDataError extends LockstepError {
  readonly code = 'SWITCH_DATA';
  readonly nodeId: string;

  constructor(nodeId: string) {
    super(
      `Switch '${nodeId}' has no data. Connect an output to its input 'input', or give the data as parameters: { ${JSON.stringify(nodeId)}: { ... } }.`,
    );
    this.nodeId = nodeId;
  }
}
