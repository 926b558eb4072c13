import { CodeMemoryError } from '../errors/code-memory-error.ts';
import { attempt } from './attempt.ts';
import type { Program } from './compile-program.ts';
import { decodeValue } from './decode-value.ts';
import { encodeValue, TooManyValues } from './encode-value.ts';
import { failureOf } from './failure-of.ts';
import type { SandboxLimits } from './limits.ts';
import type { Pointer } from './quickjs-module.ts';
import type { WarmRealm } from './warm-realm.ts';

/** A value takes at least this many bytes in the sandbox. */
const BYTES_PER_VALUE = 8;
const MEBIBYTE = 1024 * 1024;

const encodeInputs = (
  inputs: Readonly<Record<string, unknown>>,
  { memoryLimitMb }: SandboxLimits,
): string => {
  const bytes = memoryLimitMb * MEBIBYTE;
  try {
    const text = encodeValue(inputs, 'inputs', bytes / BYTES_PER_VALUE);
    if (text.length <= bytes) return text;
  } catch (error) {
    if (!(error instanceof TooManyValues)) throw error;
  }
  throw new CodeMemoryError(memoryLimitMb);
};

const handleOf = ({ realm, handles }: WarmRealm, expression: string): Pointer => {
  const known = handles.get(expression);
  if (known !== undefined) return known;
  const handle = realm.evaluate(expression);
  handles.set(expression, handle);
  return handle;
};

/**
 * Runs a program in the sandbox and returns a deep copy of its value; undefined if it has none.
 *
 * Nothing is shared with the host or with other calls: inputs and value are copied, the sandbox has no host
 * objects, and its built-ins are frozen. A value that is a promise is awaited, as far as the sandbox can
 * settle it. Promise jobs that are left when the code ends run to their end, within the same limits.
 *
 * @throws CodeThrownError when the code throws, with its message.
 * @throws CodeTimeoutError, CodeMemoryError, CodeStackError, CodeOutputTooLargeError at a limit.
 * @throws CodeUnsettledError when the value is a promise that nothing settles.
 * @throws UnclonableValueError when an input or the value is no plain data.
 */
export const runProgram = (
  program: Program,
  inputs: Readonly<Record<string, unknown>>,
  limits: SandboxLimits,
): unknown => {
  const text = encodeInputs(inputs, limits);
  const expression = program.expressionFor(Object.keys(inputs));
  const answer = attempt(limits, (warm) => {
    const { realm } = warm;
    const answered = realm.run(handleOf(warm, expression), text, limits.maxOutputBytes);
    realm.runJobs();
    return answered === 'P' ? realm.finish(limits.maxOutputBytes) : answered;
  });
  const failure = failureOf(answer, limits);
  if (failure !== undefined) throw failure;
  return answer === 'U' ? undefined : decodeValue(answer);
};
