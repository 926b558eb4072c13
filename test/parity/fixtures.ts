import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPairs } from '../../parity/check-pair.ts';
import type { Finding, Pair } from '../../parity/report-model.ts';

/** Where the fixtures lie: one folder a check, in it a pair that agrees and one that drifts. */
export const FIXTURES: string = join(import.meta.dirname, 'fixtures');

/** The ids that have fixtures. */
export const fixtureIds: readonly string[] = readdirSync(FIXTURES).toSorted();

/** One file of a fixture, with the findings that it announces. */
export interface Fixture {
  readonly id: string;
  readonly kind: 'agrees' | 'drifts';
  readonly pair: Pair;
  /** The lines `// ! check side member`, sorted. */
  readonly expected: readonly string[];
}

const fixture = (id: string, kind: Fixture['kind']): Fixture => {
  const file = `./${id}/${kind}.ts`;
  const text = readFileSync(join(FIXTURES, file), 'utf8');
  return {
    id,
    kind,
    pair: { name: `${id} ${kind}`, sync: `${file}#Store`, async: `${file}#AsyncStore` },
    expected: [...text.matchAll(/^\/\/ ! (.*)$/gm)].map(([, line = '']) => line).toSorted(),
  };
};

/** All fixtures. */
export const fixtures: readonly Fixture[] = fixtureIds.flatMap((id) => [
  fixture(id, 'agrees'),
  fixture(id, 'drifts'),
]);

const shown = ({ check, side, member }: Finding): string => `${check} ${side} ${member}`;

/** What every check finds in every fixture, by the name of the pair, in the form of `expected`. */
export const foundInFixtures = (): ReadonlyMap<string, readonly string[]> => {
  const { pairs } = checkPairs(
    fixtures.map(({ pair }) => pair),
    { cwd: FIXTURES },
  );
  return new Map(pairs.map(({ name, findings }) => [name, findings.map(shown).toSorted()]));
};
