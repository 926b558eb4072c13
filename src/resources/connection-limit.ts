import type { ResourceLimits } from '../../types/resource-limits.ts';
import type { ConnectionLimit } from './resource-registry.ts';

/** The limit of connections of a runtime, if it has one. */
export const connectionLimit = ({
  resourceLimits: { maxConnections: max, enforcement = 'strict', degradation = 'reject' } = {},
  canWait,
}: {
  readonly resourceLimits: ResourceLimits | undefined;
  readonly canWait: boolean;
}): ConnectionLimit | undefined => {
  if (max === undefined) return undefined;
  return { max, enforcement, refusal: degradation === 'reject' ? 'reject' : canWait ? 'late' : 'blocking' };
};
