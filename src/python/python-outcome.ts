import { CodeMemoryError } from '../errors/code-memory-error.ts';
import { CodeOutputTooLargeError } from '../errors/code-output-too-large-error.ts';
import { CodeTimeoutError } from '../errors/code-timeout-error.ts';
import { PythonAccessError } from '../errors/python-access-error.ts';
import { PythonThrownError } from '../errors/python-thrown-error.ts';
import { PythonWorkerError } from '../errors/python-worker-error.ts';
import { UnclonableValueError } from '../errors/unclonable-value-error.ts';
import { decodeValue } from '../sandbox/decode-value.ts';
import type { SandboxLimits } from '../sandbox/limits.ts';
import type { PythonReply } from './python-reply.ts';

/**
 * The value that a program has given, `undefined` if it has set none.
 *
 * @throws {LockstepError} it has raised an exception, gone over a limit, or reached for something outside
 */
export const pythonOutcome = (nodeId: string, reply: PythonReply, limits: SandboxLimits): unknown => {
  switch (reply.kind) {
    case 'answer':
      return valueIn(reply.text, limits);
    case 'late':
      throw new CodeTimeoutError(limits.timeoutMs);
    case 'reached':
      throw new PythonAccessError(reply.name);
    case 'crashed':
      throw new PythonWorkerError(
        nodeId,
        `the interpreter has broken down under it (${reply.message}). Look for a recursion without an end.`,
      );
    case 'ended':
      throw new PythonWorkerError(nodeId, 'its worker has ended. Use less memory at a time.');
    case 'failed':
    case 'ready':
      throw new PythonWorkerError(
        nodeId,
        `the interpreter does not start${reply.kind === 'failed' ? ` (${reply.message})` : ''}. Install the version of pyodide that lockstep names as its peer.`,
      );
  }
};

const valueIn = (text: string, { memoryLimitMb, maxOutputBytes }: SandboxLimits): unknown => {
  const payload = text.slice(1);
  switch (text.charAt(0)) {
    case 'U':
      return undefined;
    case 'M':
      throw new CodeMemoryError(memoryLimitMb);
    case 'X': {
      const [name, message, traceback] = JSON.parse(payload) as [string, string, readonly string[]];
      throw new PythonThrownError(name, message, traceback);
    }
    case 'C': {
      const [path, reason, remedy] = JSON.parse(payload) as [string, string, string];
      throw new UnclonableValueError(path, reason, remedy);
    }
    default: {
      const bytes = Buffer.byteLength(payload);
      if (bytes > maxOutputBytes) throw new CodeOutputTooLargeError(bytes, maxOutputBytes);
      return decodeValue(payload);
    }
  }
};
