import type { Side } from '../report-model.ts';
import { describeValue, PASSED_OVER, type Wording } from './describe-value.ts';
import type { Ending, Use } from './observation.ts';

/** A use of a side that is under way. */
export interface UseUnderWay {
  readonly promise: () => undefined;
  readonly event: (what: string, value: unknown) => undefined;
  readonly end: (ending: Exclude<Ending, 'pending'>, answer: unknown) => undefined;
}

/** Writes down what one test uses of one side. */
export interface Recorder {
  readonly side: Side;
  /** The id of the test, as the runner shows it. */
  readonly test: string;
  readonly begin: (member: string) => UseUnderWay;
  /** What was used until now. */
  readonly uses: () => readonly Use[];
}

/** Opens a recorder for one test. Values are described when they are given, as a test may change them afterwards. */
export const openRecorder = (side: Side, test: string, wording: Wording): Recorder => {
  const uses: { -readonly [Key in keyof Use]: Use[Key] }[] = [];
  return {
    side,
    test,
    begin: (member) => {
      const events: string[] = [];
      const use = { member, promised: false, ending: 'pending' as Ending, answer: '', events };
      uses.push(use);
      const answerOf = (value: unknown): string =>
        wording.differing.has(member) ? PASSED_OVER : describeValue(value, wording);
      return {
        promise: () => {
          use.promised = true;
        },
        event: (what, value) => {
          events.push(`${what} ${answerOf(value)}`);
        },
        end: (ending, answer) => {
          use.ending = ending;
          use.answer = answerOf(answer);
        },
      };
    },
    uses: () => structuredClone(uses),
  };
};
