import { progress } from './progress.ts';

/** Something that is timed; what it answers is awaited if it is a promise. */
export type Contender = () => unknown;

/** The times of contenders, in milliseconds, one a round. */
export type Times<Name extends string> = Readonly<Record<Name, readonly number[]>>;

/**
 * Times contenders in rounds, one after the other in each, so that a slow spell of the machine meets all of them. The first
 * fifth of the rounds warms up and is not counted.
 */
export const timesOf = async <Name extends string>(
  contenders: Readonly<Record<Name, Contender>>,
  rounds: number,
): Promise<Times<Name>> => {
  const names = Object.keys(contenders) as Name[];
  const times = Object.fromEntries(names.map((name): [Name, number[]] => [name, []])) as Record<
    Name,
    number[]
  >;
  const warmUp = Math.ceil(rounds / 5);
  for (let round = 0; round < rounds + warmUp; round++) {
    progress(`round ${round + 1} of ${rounds + warmUp}`);
    for (const name of names) {
      const start = performance.now();
      const answer = contenders[name]();
      if (answer instanceof Promise) await answer;
      const end = performance.now();
      if (round >= warmUp) times[name].push(end - start);
    }
  }
  progress('');
  return times;
};

/** The value in the middle. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
};

/** How many times longer one contender takes than another: the median of the rounds' ratios. */
export const ratioOf = (times: readonly number[], base: readonly number[]): number =>
  median(times.map((time, round) => time / (base[round] ?? Number.NaN)));
