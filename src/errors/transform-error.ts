import { LockstepError } from './lockstep-error.ts';

/** The expression of a transform cannot be evaluated on its inputs. */
export class TransformError extends LockstepError {
  readonly code = 'TRANSFORM';
  readonly nodeId: string;
  readonly expression: string;
  readonly detail: string;

  constructor(nodeId: string, expression: string, detail: string) {
    super(
      `Transform '${nodeId}' cannot evaluate ${JSON.stringify(expression)}: ${detail} Change the expression or the inputs.`,
    );
    this.nodeId = nodeId;
    this.expression = expression;
    this.detail = detail;
  }
}
