import * as v from 'valibot';
import { describeIssues } from './describe-issues.ts';
import { ConfigProblem } from './node-definition.ts';

/** The schema of a config: an object with these entries and no others. */
export type ConfigSchema = v.GenericSchema<unknown, Readonly<Record<string, unknown>>> & {
  readonly entries: Readonly<Record<string, unknown>>;
};

/** Checks a config against its schema; the answer is the config as the schema gives it back, or the problem. */
export const readConfig = <Schema extends ConfigSchema>(
  schema: Schema,
  written: Readonly<Record<string, unknown>>,
): v.InferOutput<Schema> | ConfigProblem => {
  const read = v.safeParse(schema, written);
  return read.success
    ? read.output
    : new ConfigProblem(describeIssues(read.issues, Object.keys(schema.entries)));
};
