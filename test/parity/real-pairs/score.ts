import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPairs } from '../../../parity/check-pair.ts';
import { REAL_PAIRS } from './pairs.ts';

/** One difference of a real pair, judged by hand: `real` is false for a finding that is none. */
export interface Judged {
  readonly check: string;
  readonly member: string;
  readonly side: string;
  readonly real: boolean;
  readonly reason: string;
}

/** What was found in a pair, held against what was judged. */
export interface Score {
  readonly name: string;
  readonly compared: number;
  /** Differences that were found and are real. */
  readonly hits: readonly string[];
  /** Findings that were judged to be none. */
  readonly falseFindings: readonly string[];
  /** Real differences that were not found. */
  readonly missed: readonly string[];
  /** Findings that nobody has judged. */
  readonly unjudged: readonly string[];
}

const key = ({ check, member, side }: Pick<Judged, 'check' | 'member' | 'side'>): string =>
  `${member} ${check} ${side}`;

/** The truth of a pair. */
export const truthOf = (name: string): readonly Judged[] =>
  JSON.parse(readFileSync(join(import.meta.dirname, `${name}.json`), 'utf8'));

/** Checks all real pairs and scores what is found. */
export const scoreRealPairs = (): readonly Score[] => {
  const { pairs } = checkPairs(REAL_PAIRS, { cwd: join(import.meta.dirname, '../../..') });
  return pairs.map(({ name, members, findings }) => {
    const truth = new Map(truthOf(name).map((judged) => [key(judged), judged]));
    const found = findings.map(key);
    return {
      name,
      compared: members.compared,
      hits: found.filter((each) => truth.get(each)?.real === true),
      falseFindings: found.filter((each) => truth.get(each)?.real === false),
      missed: [...truth.values()]
        .filter(({ real }) => real)
        .map(key)
        .filter((each) => !found.includes(each)),
      unjudged: found.filter((each) => !truth.has(each)),
    };
  });
};
