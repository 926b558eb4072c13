import * as v from 'valibot';
import { inputValues, policyEntries } from './policy-schema.ts';

const schema = v.strictObject({
  code: v.pipe(v.string(), v.nonEmpty()),
  memoryLimitMb: v.exactOptional(v.pipe(v.number(), v.minValue(1))),
  maxOutputBytes: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  inputs: inputValues,
  ...policyEntries,
});

/** The config of a `CodeNode`. */
export type CodeConfig = v.InferInput<typeof schema>;
