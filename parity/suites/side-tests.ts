import type { Side } from '../report-model.ts';
import type { Observation } from '../testing/observation.ts';
import type { MeasuredRun } from './run-side.ts';
import type { TestOutcome } from './side-job.ts';

/** A test of one side, as it counts. */
export interface SideTest {
  /** The same for a shared test on both sides: its file, its suites and its name without the side. */
  readonly key: string;
  /** Its suites and its name, without the side. */
  readonly name: string;
  readonly file: string;
  /** Whether it is to run on both sides. */
  readonly shared: boolean;
  readonly passed: boolean;
  readonly skipped: boolean;
  /** What it saw of its side; `null` when it did not go through the harness. */
  readonly observation: Observation | null;
}

const withoutSide = (path: string, side: Side): string => path.replace(new RegExp(`\\[${side}\\]$`), '');

/** How a shared test went on its side, by its file and id; tests of one id in one file are told in their order. */
const takeRecord = (run: MeasuredRun) => {
  const left = [...run.records.ended];
  return ({ file, name }: TestOutcome) => {
    const index = left.findIndex((each) => each.file === file && each.id === name);
    return index === -1 ? null : (left.splice(index, 1)[0] ?? null);
  };
};

/**
 * The tests of a side as they count. In the files that both sides run, a test that does not go through the harness speaks of
 * no side: it counts only when it fails.
 */
export const sideTests = (run: MeasuredRun, side: Side, shared: ReadonlySet<string>): readonly SideTest[] => {
  const recordOf = takeRecord(run);
  return run.outcomes.flatMap((outcome) => {
    const { file, path, passed, skipped } = outcome;
    const record = recordOf(outcome);
    const name = record === null ? path : withoutSide(path, side);
    const isShared = shared.has(file) && record?.onlyBecause == null;
    if (isShared && record === null && passed) return [];
    const observation = record?.observation ?? null;
    return [{ key: `${file}\n${name}`, name, file, shared: isShared, passed, skipped, observation }];
  });
};
