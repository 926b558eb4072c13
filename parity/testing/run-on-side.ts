import type { Side } from '../report-model.ts';
import { currentTest, insideSide } from './current-test.ts';
import type { Wording } from './describe-value.ts';
import type { SideTestOptions, TestBody } from './kit.ts';
import type { Observation } from './observation.ts';
import { ParityError } from './parity-error.ts';
import { openRecorder, type Recorder } from './recorder.ts';

/** The outcome of one test on one side; `error` is there when it did not pass. */
export interface SideOutcome {
  readonly observation: Observation;
  readonly error?: unknown;
}

const scopeOf = (recorder: Recorder) => ({
  observe: (label: string, value: unknown): undefined => {
    recorder.begin(label).end('value', value);
  },
});

/** Runs the body of a test on one side, and gives what it saw of it. A test that uses nothing of its kit has not passed. */
export const runOnSide = async (
  side: Side,
  id: string,
  body: TestBody,
  wording: Wording,
  options: SideTestOptions | null,
): Promise<SideOutcome> => {
  const recorder = openRecorder(side, id, wording);
  const mayDiffer = options?.mayDiffer ?? null;
  try {
    await currentTest.run(recorder, () => insideSide.run(false, () => body(scopeOf(recorder))));
    // What a promise that has settled tells its recorder comes a turn later than its test.
    await new Promise(setImmediate);
    if (recorder.uses().length === 0) {
      throw new ParityError(
        `'${id}' uses nothing of its kit, so that it says nothing of the ${side} side. Use what the suite is given, or move the test out of the shared suite.`,
      );
    }
    return { observation: { passed: true, mayDiffer, uses: recorder.uses() } };
  } catch (error) {
    return { observation: { passed: false, mayDiffer, uses: recorder.uses() }, error };
  }
};
