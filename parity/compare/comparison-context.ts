import type { CallContext } from './compare-shapes.ts';
import type { Twins } from './twins.ts';

/** What two surfaces are compared with. */
export interface ComparisonContext extends CallContext {
  readonly twins: Twins;
}
