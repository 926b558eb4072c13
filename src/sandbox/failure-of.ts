import { CodeMemoryError } from '../errors/code-memory-error.ts';
import { CodeOutputTooLargeError } from '../errors/code-output-too-large-error.ts';
import { CodeStackError } from '../errors/code-stack-error.ts';
import { CodeThrownError } from '../errors/code-thrown-error.ts';
import { CodeTimeoutError } from '../errors/code-timeout-error.ts';
import { CodeUnsettledError } from '../errors/code-unsettled-error.ts';
import type { LockstepError } from '../errors/lockstep-error.ts';
import { UnclonableValueError } from '../errors/unclonable-value-error.ts';
import type { Answer } from './answer.ts';
import type { SandboxLimits } from './limits.ts';
import { pathText } from './path-text.ts';
import { sandboxStack } from './sandbox-stack.ts';

type Describe = (payload: string, limits: SandboxLimits) => LockstepError;

/** The error for each kind of answer that is no value. */
const failures: Readonly<Record<string, Describe>> = {
  X: (payload) => {
    const [message, name, stack]: [string, string, string] = JSON.parse(payload);
    return new CodeThrownError(message, name, sandboxStack(stack));
  },
  C: (payload) => {
    const [path, reason]: [(string | number)[], string] = JSON.parse(payload);
    return new UnclonableValueError(pathText('result', path), reason, 'Return plain data instead.');
  },
  O: (bytes, { maxOutputBytes }) => new CodeOutputTooLargeError(Number(bytes), maxOutputBytes),
  I: (_, { timeoutMs }) => new CodeTimeoutError(timeoutMs),
  M: (_, { memoryLimitMb }) => new CodeMemoryError(memoryLimitMb),
  S: () => new CodeStackError(),
  P: () => new CodeUnsettledError(),
};

/** The error that an answer stands for; undefined for an answer that is a value. */
export const failureOf = (answer: Answer, limits: SandboxLimits): LockstepError | undefined =>
  failures[answer.charAt(0)]?.(answer.slice(1), limits);
