import { type Answer, Stopped } from './answer.ts';
import { BOOT_SOURCE } from './boot-source.ts';
import { boundedMemory } from './bounded-memory.ts';
import { newQuickJsModule, type Pointer } from './quickjs-module.ts';
import { realmMemory } from './realm-memory.ts';
import { CODE_FILE } from './sandbox-stack.ts';

/** A warm QuickJS context, for one call at a time; dropped as a whole when anything goes wrong in it. */
export type Realm = {
  /** Bytes of the instance's memory, which never shrinks. */
  readonly memoryBytes: () => number;
  /** Bounds what runs next: bytes on top of the realm's own, and the moment to stop, by `performance.now()`. */
  readonly limit: (memoryBytes: number, deadline: number) => void;
  /** Checks the syntax of an expression. */
  readonly parse: (source: string) => undefined;
  /** Evaluates an expression; returns a handle to its value, which lives as long as the realm. */
  readonly evaluate: (source: string) => Pointer;
  /** Runs a program on encoded inputs and reads an answer of at most `mostBytes`. */
  readonly run: (program: Pointer, inputs: string, mostBytes: number) => Answer;
  /** Runs the queued promise jobs until none is left. */
  readonly runJobs: () => undefined;
  /** The answer of a program whose result was a promise. */
  readonly finish: (mostBytes: number) => Answer;
};

/** Bytes that a context takes before any program runs, rounded up. */
const OWN_BYTES = 1024 * 1024;
/** More would overflow the host's own stack before QuickJS notices (measured on Node 20). */
const STACK_BYTES = 256 * 1024;
/** `JS_EVAL_FLAG_COMPILE_ONLY` of quickjs.h. */
const COMPILE_ONLY = 1 << 5;
/** Few, because a job can swallow the interrupt that should have ended it. */
const JOBS_AT_ONCE = 100;
/** Enough for any description of an error by the boot source. */
const DESCRIPTION_BYTES = 1024 * 1024;

/**
 * A new realm, in a new instance of QuickJS. Its functions throw {@link Stopped} with the answer when QuickJS
 * throws; after any other error the instance is unusable.
 */
export const newRealm = (): Realm => {
  let deadline = Number.POSITIVE_INFINITY;
  const expired = (): boolean => performance.now() > deadline;
  const bounds = boundedMemory();
  const quickjs = newQuickJsModule(expired, bounds.memory);
  const memory = realmMemory(quickjs);
  const runtime = quickjs._QTS_NewRuntime();
  quickjs._QTS_RuntimeSetMaxStackSize(runtime, STACK_BYTES);
  quickjs._QTS_RuntimeEnableInterruptHandler(runtime);
  const context = quickjs._QTS_NewContext(runtime, 0);
  const receiver = quickjs._QTS_GetUndefined();
  const codeFile = memory.keepText(CODE_FILE);
  const bootFile = memory.keepText('lockstep');
  const values = quickjs._malloc(2 * Uint32Array.BYTES_PER_ELEMENT);

  const free = (value: Pointer): void => quickjs._QTS_FreeValuePointer(context, value);

  const call = (callee: Pointer, first: Pointer, second: Pointer): Pointer => {
    memory.writePointers(values, first, second);
    return quickjs._QTS_Call(context, callee, receiver, 2, values);
  };

  const readAnswer = (value: Pointer, mostBytes: number): Answer => {
    const text = quickjs._QTS_GetString(context, value);
    if (text === 0) throw new Stopped('M');
    const bytes = memory.textLength(text);
    const answer = bytes > mostBytes ? `O${bytes}` : memory.readText(text, bytes);
    quickjs._QTS_FreeCString(context, text);
    free(value);
    // Whatever is thrown then, even `null`: QuickJS has no memory left to make a proper error of.
    if (answer.startsWith('X') && bounds.isExhausted()) throw new Stopped('M');
    return answer;
  };

  const thrown = (value: Pointer): Pointer => quickjs._QTS_ResolveException(context, value);

  /** The value, unless it stands for an exception: then the call is stopped with its description. */
  const checked = (value: Pointer): Pointer => {
    const exception = thrown(value);
    if (exception === 0) return value;
    if (expired()) throw new Stopped('I');
    if (bounds.isExhausted()) throw new Stopped('M');
    const description = call(describe, exception, receiver);
    // Not even the description fits: QuickJS throws this way only when it has no memory left.
    throw new Stopped(thrown(description) === 0 ? readAnswer(description, DESCRIPTION_BYTES) : 'M');
  };

  const evaluate = (source: string, file: Pointer, flags: number): Pointer =>
    memory.withText(source, (pointer, bytes) =>
      checked(quickjs._QTS_Eval(context, pointer, bytes, file, 0, flags)),
    );

  const booted = evaluate(BOOT_SOURCE, bootFile, 0);
  const [run, finish, describe] = [0, 1, 2].map((index) =>
    quickjs._QTS_GetPropNumber(context, booted, index),
  ) as [Pointer, Pointer, Pointer];

  return {
    memoryBytes: () => quickjs.HEAPU8.byteLength,
    limit: (memoryBytes, nextDeadline) => {
      bounds.limit(OWN_BYTES + memoryBytes);
      deadline = nextDeadline;
    },
    parse: (source) => {
      free(evaluate(source, codeFile, COMPILE_ONLY));
    },
    evaluate: (source) => evaluate(source, codeFile, 0),
    run: (program, inputs, mostBytes) => {
      const text = checked(memory.withText(inputs, (pointer) => quickjs._QTS_NewString(context, pointer)));
      const answer = checked(call(run, program, text));
      free(text);
      return readAnswer(answer, mostBytes);
    },
    runJobs: () => {
      while (quickjs._QTS_IsJobPending(runtime) !== 0) {
        if (expired()) throw new Stopped('I');
        free(checked(quickjs._QTS_ExecutePendingJob(runtime, JOBS_AT_ONCE, values)));
      }
    },
    finish: (mostBytes) => readAnswer(checked(call(finish, receiver, receiver)), mostBytes),
  };
};
