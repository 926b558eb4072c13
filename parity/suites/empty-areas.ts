import type { Area } from '../config.ts';
import type { AreaCounts, PairTests } from '../test-model.ts';
import type { Shortfall } from '../test-shortfall.ts';

const hasSources = ({ branches }: AreaCounts): boolean =>
  branches !== null && branches.sync.total > 0 && branches.async.total > 0;

/**
 * The areas that a project declares and that hold nothing in any of its pairs: their thresholds would be met by nobody's doing.
 * An area may belong to one pair alone, so that nothing is said of it where another pair has it.
 */
export const emptyAreas = (areas: readonly Area[], pairs: readonly PairTests[]): readonly Shortfall[] =>
  areas.flatMap(({ title, sources }): readonly Shortfall[] => {
    const found = pairs.flatMap((pair) => pair.areas.filter(({ area }) => area === title));
    if (found.length === 0) return [{ kind: 'area-empty', area: title, what: 'test' }];
    return sources === undefined || found.some(hasSources)
      ? []
      : [{ kind: 'area-empty', area: title, what: 'source' }];
  });
