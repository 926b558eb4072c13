import { RefusalError } from './refusal-error.ts';

/** Two nodes give the breaker or bulkhead of one key different policies. */
export class PolicyConflictError extends RefusalError {
  readonly code = 'POLICY_CONFLICT';
  readonly nodeId: string;
  readonly policy: 'circuitBreaker' | 'bulkhead';
  readonly key: string;

  constructor(nodeId: string, policy: 'circuitBreaker' | 'bulkhead', key: string) {
    super(
      `Node '${nodeId}' gives the ${policy} '${key}' another policy than the node that used it first on this runtime. Give both the same, or give one a name of its own.`,
    );
    this.nodeId = nodeId;
    this.policy = policy;
    this.key = key;
  }
}
