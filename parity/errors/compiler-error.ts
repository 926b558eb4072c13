import { ToolkitError } from './toolkit-error.ts';

/** The compiler failed: its process ended, or it could not answer. */
export class CompilerError extends ToolkitError {
  constructor(cause: unknown) {
    const said = (cause instanceof Error ? cause.message : String(cause)).split('\n', 1)[0];
    super(
      `The TypeScript compiler could not answer (${said}). Run 'tsc --noEmit' on the project to see whether it can.`,
      {
        cause,
      },
    );
  }
}
