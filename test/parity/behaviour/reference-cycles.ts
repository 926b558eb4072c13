import { CycleTimeoutError } from '../../../src/index.ts';
import type { CycleSummary } from '../../../types/index.ts';
import { converges } from './behave.ts';
import type { CaseOptions, CycleDescription } from './description.ts';
import { compare } from './reference-compare.ts';
import { isTaken, type Settled } from './reference-edges.ts';
import { valueAt } from './reference-ports.ts';
import type { RuleBook } from './rules.ts';

/** How an iteration ends: the cycle goes on, ends, or its entry fails. */
export type IterationEnd =
  | { readonly kind: 'again' }
  | { readonly kind: 'end'; readonly endedBy: CycleSummary['endedBy'] }
  | { readonly kind: 'entryFails'; readonly error: unknown };

const holds = (
  cycle: CycleDescription,
  iteration: number,
  settled: ReadonlyMap<string, Settled>,
  book: RuleBook,
): boolean => {
  const when = cycle.convergeWhen;
  if (when === undefined) return false;
  if (when.kind !== 'data') {
    if (when.kind === 'throw' && !book.holds('cycle: a convergeWhen that throws fails the entry'))
      return false;
    return converges(when, iteration) && book.holds('cycle: convergeWhen as a function');
  }
  const node = settled.get(when.node);
  const values = node?.kind === 'completed' ? valueAt(when.output, node.given.output, book) : [];
  if (values.length === 0 && book.holds('cycle: convergeWhen as data does not hold without the output'))
    return false;
  return compare(when.operator, values[0], when.value, book) && book.holds('cycle: convergeWhen as data');
};

/** What follows an iteration, as the section "Cycles" says. */
export const endOfIteration = (
  cycle: CycleDescription,
  iteration: number,
  settled: ReadonlyMap<string, Settled>,
  options: CaseOptions,
  book: RuleBook,
): IterationEnd => {
  const anyTaken = cycle.edges.some((edge) => isTaken(edge, settled.get(edge.source), options, book));
  if (!anyTaken && book.holds('cycle: no back edge is taken'))
    return { kind: 'end', endedBy: 'noLiveBackEdge' };
  const last = iteration >= cycle.maxIterations;
  let converged: boolean;
  try {
    converged = holds(cycle, iteration, settled, book);
  } catch (error) {
    return { kind: 'entryFails', error };
  }
  if (converged && last && !book.holds('cycle: convergence comes before maxIterations')) converged = false;
  if (converged) return { kind: 'end', endedBy: 'converged' };
  // One over the limit is enough to tell, and a sabotaged reference must end as well.
  if (last && (iteration > cycle.maxIterations || book.holds('cycle: maxIterations'))) {
    return { kind: 'end', endedBy: 'maxIterations' };
  }
  const { timeoutMs } = cycle;
  if (
    cycle.convergeWhen?.kind === 'slow' &&
    timeoutMs !== undefined &&
    book.holds('cycle: timeoutMs fails the entry')
  ) {
    return { kind: 'entryFails', error: new CycleTimeoutError(cycle.id, timeoutMs, iteration) };
  }
  return { kind: 'again' };
};
