import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { firstLine } from './first-line.ts';
import { TEST_MEASUREMENT_FILE, type TestMeasurement } from './test-measurement.ts';
import { testMeasurementSchema } from './test-model-schema.ts';
import { WrongCall } from './wrong-call.ts';

const refusal = (why: string, cause?: unknown): WrongCall =>
  new WrongCall(`${TEST_MEASUREMENT_FILE} ${why} Run 'lockstep test' again, or remove the file.`, { cause });

/**
 * What `lockstep test` measured last in a project; `null` when it was never run there.
 *
 * @param base the folder of the config.
 * @throws {WrongCall} when the file is not what `lockstep test` writes.
 */
export const readMeasurement = (base: string): TestMeasurement | null => {
  const file = join(base, TEST_MEASUREMENT_FILE);
  if (!existsSync(file)) return null;
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw refusal(`cannot be read: ${firstLine(error)}`, error);
  }
  const parsed = v.safeParse(testMeasurementSchema, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw refusal(`is no test measurement: '${v.getDotPath(issue) ?? ''}': ${firstLine(issue.message)}`);
};
