import { RefusalError } from './refusal-error.ts';

/** A node was not called since its circuit breaker is open. */
export class CircuitOpenError extends RefusalError {
  readonly code = 'CIRCUIT_OPEN';
  readonly nodeId: string;
  readonly circuit: string;
  /** Milliseconds until the breaker lets a probe through; 0 while a probe is under way. */
  readonly retryAfterMs: number;

  constructor(nodeId: string, circuit: string, retryAfterMs: number) {
    super(
      `Node '${nodeId}' was not called: circuit breaker '${circuit}' is open. Mend what the node calls, then wait for retryAfterMs; if the breaker opens too early, raise its opensAfter.`,
    );
    this.nodeId = nodeId;
    this.circuit = circuit;
    this.retryAfterMs = retryAfterMs;
  }
}
