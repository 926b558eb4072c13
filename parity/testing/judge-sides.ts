import type { Side } from '../report-model.ts';
import { compareObservations } from './compare-observations.ts';
import type { Observation } from './observation.ts';
import { ParityError } from './parity-error.ts';

const other = (side: Side): Side => (side === 'sync' ? 'async' : 'sync');

/**
 * Fails a test for what is known of both sides when it ends on one: its own error, that it passes on one side only, or that the
 * sides answered it otherwise.
 *
 * @param side the side it ended on.
 * @param error why it failed there; `undefined` when it passed.
 * @throws {ParityError} when it passes on one side only, or saw different things.
 */
export const judgeSides = (
  name: string,
  side: Side,
  observations: ReadonlyMap<Side, Observation>,
  error: unknown,
): undefined => {
  const own = observations.get(side);
  const twin = observations.get(other(side));
  if (own?.passed === false) {
    if (twin?.passed !== true) throw error;
    throw new ParityError(
      `parity failure: '${name}' passes on the ${other(side)} side and fails on the ${side} side. ${error}`,
      { cause: error },
    );
  }
  const [sync, async] = [observations.get('sync'), observations.get('async')];
  if (sync === undefined || async === undefined) return;
  if (twin?.passed === false) {
    throw new ParityError(
      `parity failure: '${name}' passes on the ${side} side and fails on the ${other(side)} side. Make the ${other(side)} side behave alike.`,
    );
  }
  const drift = compareObservations(sync, async);
  if (drift === null) return;
  throw new ParityError(
    `parity failure: '${name}' sees different sides: ${drift.what}\n  sync:  ${drift.sync}\n  async: ${drift.async}\nMake them alike, name what may differ in 'differing', or give the test a reason in 'mayDiffer'.`,
  );
};
