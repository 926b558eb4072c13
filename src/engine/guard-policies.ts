import type { BulkheadPolicy, CircuitBreakerPolicy } from '../../types/resilience.ts';
import { PolicyConflictError } from '../errors/policy-conflict-error.ts';
import type { Bulkhead } from '../resilience/bulkhead.ts';
import type { CircuitBreaker } from '../resilience/circuit-breaker.ts';
import type { PlanNode } from './plan.ts';
import type { Run } from './run.ts';

/** The policy of a node's circuit breaker: its own, or the runtime's. */
export const breakerPolicyOf = ({ settings }: Run, node: PlanNode): CircuitBreakerPolicy | undefined =>
  node.circuitBreaker ?? settings.circuitBreaker;

/**
 * The policy of a node's bulkhead: its own, or the runtime's. A sub-workflow or a loop that held a place of the runtime's while its
 * own nodes wait for one could wait for itself.
 */
export const bulkheadPolicyOf = (
  { settings }: Run,
  { bulkhead, workflow, loop }: PlanNode,
): BulkheadPolicy | undefined => {
  if (bulkhead !== undefined) return bulkhead;
  return workflow === undefined && loop === undefined ? settings.bulkhead : undefined;
};

/** The key under which a policy is kept. */
export const keyOf = (node: PlanNode, policy: { readonly name?: string } | undefined): string =>
  policy?.name ?? node.type;

/** What stands between a node and its body. */
export interface NodeGuards {
  readonly breaker: CircuitBreaker | undefined;
  readonly bulkhead: Bulkhead | undefined;
}

/**
 * The breaker and the bulkhead of a node, made on first use.
 *
 * @throws {PolicyConflictError} the runtime keeps another policy under the key
 */
export const guardsOf = (run: Run, node: PlanNode): NodeGuards => {
  const { breakers, bulkheads } = run.resilience;
  return {
    breaker: find(node, 'circuitBreaker', breakerPolicyOf(run, node), breakers),
    bulkhead: find(node, 'bulkhead', bulkheadPolicyOf(run, node), bulkheads),
  };
};

const find = <Policy extends { readonly name?: string }, T>(
  node: PlanNode,
  kind: 'circuitBreaker' | 'bulkhead',
  policy: Policy | undefined,
  all: { readonly get: (key: string, policy: Policy) => T | undefined },
): T | undefined => {
  if (policy === undefined) return undefined;
  const key = keyOf(node, policy);
  const found = all.get(key, policy);
  if (found === undefined) throw new PolicyConflictError(node.id, kind, key);
  return found;
};
