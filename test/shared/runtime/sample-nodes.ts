import type { NodeInputs } from '../../../types/index.ts';

/** Config of a function node that gives one value. */
export const gives = (value: unknown) => ({ run: (): unknown => value });

/** Config of a function node whose output `got` is a copy of its inputs. */
export const echo = { run: (inputs: NodeInputs): { got: NodeInputs } => ({ got: { ...inputs } }) };

/** Config of a function node that throws. */
export const fails = (error: unknown) => ({
  run: (): never => {
    throw error;
  },
});

/** Config of a function node that fails a number of times before it gives a value. */
export const failsFirst = (times: number, value: unknown) => {
  let calls = 0;
  return {
    run: (): unknown => {
      calls += 1;
      if (calls <= times) throw new Error(`attempt ${calls}`);
      return value;
    },
  };
};
