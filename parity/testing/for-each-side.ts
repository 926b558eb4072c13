import { test as nodeTest, type TestContext } from 'node:test';
import type { Side } from '../report-model.ts';
import { isGuarded } from './forbid-bypass.ts';
import { judgeSides } from './judge-sides.ts';
import type { Kit, SideTest, SideTestOptions, SuiteOptions, TestBody } from './kit.ts';
import type { Observation } from './observation.ts';
import { ParityError } from './parity-error.ts';
import { runOnSide } from './run-on-side.ts';
import { selectKits } from './select-kits.ts';
import { writeRecord } from './test-record.ts';
import { namelessText, watchKit } from './watch-kit.ts';

/** A test as a suite declared it for one side. */
interface Declared {
  readonly name: string;
  readonly body: TestBody;
  readonly options: SideTestOptions | null;
  /** The side it is for alone, and why. */
  readonly only: { readonly side: Side; readonly reason: string } | null;
}

const only =
  (side: Side, declared: Declared[]) =>
  (name: string, reason: string, body: TestBody): undefined => {
    if (typeof reason !== 'string' || reason.trim() === '') {
      throw new ParityError(
        `'${name}' is declared ${side}Only without a reason. Say why the other side cannot have it.`,
      );
    }
    declared.push({ name, body, options: null, only: { side, reason } });
  };

/** What a suite declares for one side. */
const declaredBy = <K extends Kit>(
  kit: K,
  suite: (kit: K, test: SideTest) => unknown,
): readonly Declared[] => {
  const declared: Declared[] = [];
  const test = Object.assign(
    (name: string, second: TestBody | SideTestOptions, third?: TestBody): undefined => {
      const body = typeof second === 'function' ? second : third;
      if (body === undefined) throw new ParityError(`'${name}' has no body. Give it a function.`);
      if (declared.some((each) => each.name === name)) {
        throw new ParityError(`'${name}' is declared twice in one suite. Rename one of the two.`);
      }
      declared.push({ name, body, options: typeof second === 'function' ? null : second, only: null });
    },
    { syncOnly: only('sync', declared), asyncOnly: only('async', declared) },
  );
  suite(kit, test);
  if (declared.length === 0)
    throw new ParityError('A suite declares no test. Declare one, or remove the suite.');
  return declared.filter((each) => each.only === null || each.only.side === kit.id);
};

/** The path of the file that the runner runs: what it is called with. */
const thisFile = (): string => process.argv[1] ?? '';

/**
 * Runs a suite once for each side. It is written once, in async style, so that one text holds both a value and a promise of it.
 * Each test has to pass on both sides and has to see the same of them: the same values, errors (thrown or rejected), events in
 * the same order, and side effects that it observes. The environment variable `LOCKSTEP_SIDE` runs one side alone.
 *
 * @throws {ParityError} when the suite declares nothing, or `LOCKSTEP_SIDE` names no side.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { forEachSide } from 'lockstep/testing';
 *
 * class Store {
 *   get(key: string): string {
 *     return key;
 *   }
 * }
 * class AsyncStore {
 *   async get(key: string): Promise<string> {
 *     return key;
 *   }
 * }
 * const kits = [
 *   { id: 'sync', Store },
 *   { id: 'async', Store: AsyncStore },
 * ] as const;
 *
 * forEachSide(kits, ({ Store }, test) => {
 *   test('gives what it is asked for', async () => {
 *     assert.equal(await new Store().get('a'), 'a');
 *   });
 * });
 * ```
 */
export const forEachSide = <K extends Kit>(
  kits: readonly K[],
  suite: (kit: K, test: SideTest) => unknown,
  { differing = [] }: SuiteOptions = {},
): undefined => {
  const seen = new Map<string, Map<Side, Observation>>();
  const selected = selectKits(kits, process.env.LOCKSTEP_SIDE);
  const suites = selected.map((kit) => ({ kit, tests: declaredBy(watchKit(kit), suite) }));
  for (const { kit, tests } of suites) {
    const wording = { differing: new Set(differing), nameless: namelessText(kit), isOfSide: isGuarded };
    for (const { name, body, options, only: alone } of tests) {
      const id = `${name}[${kit.id}]`;
      nodeTest(id, async (context: TestContext) => {
        writeRecord({ type: 'begun', file: thisFile(), id }, process.env);
        const { observation, error } = await runOnSide(kit.id, id, body, wording, options);
        const onlyBecause = alone?.reason ?? null;
        writeRecord(
          { type: 'ended', file: thisFile(), id, name, side: kit.id, onlyBecause, observation },
          process.env,
        );
        if (alone !== null) context.diagnostic(`${alone.side} only: ${alone.reason}`);
        const observations = seen.get(name) ?? new Map<Side, Observation>();
        seen.set(name, observations.set(kit.id, observation));
        judgeSides(name, kit.id, observations, error);
      });
    }
    declareMissing(kit.id, tests, suites);
  }
};

/** A test that fails for each test of the other side that this side's suite does not declare. */
const declareMissing = (
  side: Side,
  tests: readonly Declared[],
  suites: readonly { readonly kit: Kit; readonly tests: readonly Declared[] }[],
): undefined => {
  for (const other of suites) {
    const missing = other.tests.filter(
      (each) => each.only === null && !tests.some(({ name }) => name === each.name),
    );
    for (const { name } of missing) {
      nodeTest(`${name}[${side}]`, () => {
        throw new ParityError(
          `parity failure: '${name}' is declared on the ${other.kit.id} side only. Declare it on both, or as ${other.kit.id}Only with a reason.`,
        );
      });
    }
  }
};
