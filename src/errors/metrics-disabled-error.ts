import { LockstepError } from './lockstep-error.ts';

/** Metrics were asked of a runtime that counts nothing. */
export class MetricsDisabledError extends LockstepError {
  readonly code = 'METRICS_DISABLED';

  constructor(runtime: string) {
    super(`This ${runtime} counts nothing. Have it do so: new ${runtime}({ metrics: true }).`);
  }
}
