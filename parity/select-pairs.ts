import { didYouMean } from './did-you-mean.ts';
import type { Pair } from './report-model.ts';
import { WrongCall } from './wrong-call.ts';

/** The flags that say what to compare. */
export interface PairFlags {
  readonly sync?: string | undefined;
  readonly async?: string | undefined;
  /** Names of pairs of the config; with `sync` and `async`, the name to give to that pair. */
  readonly pair?: readonly string[] | undefined;
}

/** A short name for a pair of flags: the export of its sync side, or the module when the export is a pattern. */
const nameOf = (spec: string): string => {
  const [module = '', name = ''] = spec.split('#');
  return name === '' || name.includes('*') ? module : name;
};

/**
 * The pair that `--sync` and `--async` name, `null` when neither flag is given.
 *
 * @throws {WrongCall} when only one of the two is given, or more than one name for it.
 */
export const pairOfFlags = ({ sync, async, pair }: PairFlags): Pair | null => {
  if (sync === undefined && async === undefined) return null;
  if (sync === undefined || async === undefined) {
    const [given, missing] = sync === undefined ? ['async', 'sync'] : ['sync', 'async'];
    throw new WrongCall(`--${given} is given without --${missing}. Add --${missing} 'module#Export'.`);
  }
  if ((pair?.length ?? 0) > 1) {
    throw new WrongCall(
      '--pair is given more than once beside --sync and --async, which are one pair. Give it once.',
    );
  }
  return { name: pair?.[0] ?? nameOf(sync), sync, async };
};

/**
 * The pairs of a config with the given names, all of them when no name is given.
 *
 * @throws {WrongCall} when a name is unknown, or the config has no pair or two of one name.
 */
export const selectPairs = (
  pairs: readonly Pair[],
  names: readonly string[],
  config: string,
): readonly Pair[] => {
  const known = pairs.map((pair) => pair.name);
  const twice = known.find((name, index) => known.indexOf(name) !== index);
  if (twice !== undefined)
    throw new WrongCall(`${config} has two pairs named '${twice}'. Rename one of them.`);
  if (pairs.length === 0)
    throw new WrongCall(`${config} has no pair, so there is nothing to compare. Add one to 'pairs'.`);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new WrongCall(`${config} has no pair '${unknown}'. ${didYouMean(unknown, known)}`);
  return names.length === 0 ? pairs : pairs.filter((pair) => names.includes(pair.name));
};
