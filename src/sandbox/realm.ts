import { performance } from 'node:perf_hooks';
import { BOOT_SOURCE } from './boot-source.ts';
import { newQuickJsModule, type Pointer, type QuickJsModule } from './quickjs-module.ts';

/** The code has run past its deadline. */
export class Interrupted extends Error {}
/** QuickJS has failed in a way that leaves the instance unusable: no memory, a trap, the host's stack. */
export class RealmBroken extends Error {}
/** QuickJS has thrown outside of what the boot source catches. */
export class UncaughtInRealm extends Error {
  readonly description: { readonly name: string; readonly message: string; readonly stack: string };

  constructor(description: UncaughtInRealm['description']) {
    super(description.message);
    this.description = description;
  }
}

/** A warm QuickJS context; used by one call at a time, dropped as a whole when anything goes wrong in it. */
export type Realm = {
  /** The instance's memory in bytes; it never shrinks. */
  readonly memoryBytes: () => number;
  /** Bounds what runs next: bytes on top of the realm's own, and the moment to stop, by `performance.now()`. */
  readonly limit: (memoryBytes: number, deadline: number) => void;
  /** Checks the syntax of an expression. */
  readonly parse: (source: string) => void;
  /** Evaluates an expression and keeps its value; returns a handle to it. */
  readonly evaluate: (source: string) => Pointer;
  /** Calls the boot source's `run` with a program's handle and a text; returns the text it answers with. */
  readonly run: (program: Pointer, text: string) => RealmText;
  /** Runs the queued promise jobs until none is left. */
  readonly runJobs: () => void;
  /** Calls the boot source's `finish`. */
  readonly finish: () => RealmText;
};

/** A text that lies in the realm's memory: its size, and its content if wanted. */
export type RealmText = { readonly bytes: number; readonly read: () => string };

/** Bytes that a context takes before any program runs, rounded up. */
const OWN_BYTES = 1024 * 1024;
/** More would overflow the host's own stack before QuickJS notices (measured on Node 20). */
const STACK_BYTES = 256 * 1024;
const SCRATCH_BYTES = 64 * 1024;
/** `JS_EVAL_FLAG_COMPILE_ONLY` of quickjs.h. */
const COMPILE_ONLY = 1 << 5;
const JOBS_AT_ONCE = 1000;

/** A new realm, in a new instance of QuickJS. */
export const newRealm = (): Realm => {
  const deadline = Number.POSITIVE_INFINITY;
  const memoryLimit = -1;
  const expired = (): boolean => performance.now() > deadline;
  const quickjs: QuickJsModule = newQuickJsModule(expired);
  const runtime = quickjs._QTS_NewRuntime();
  quickjs._QTS_RuntimeSetMaxStackSize(runtime, STACK_BYTES);
  quickjs._QTS_RuntimeEnableInterruptHandler(runtime);
  const context = quickjs._QTS_NewContext(runtime, 0);
  const undefinedValue = quickjs._QTS_GetUndefined();
  const scratch = quickjs._malloc(SCRATCH_BYTES);

  let memory = Buffer.from(quickjs.HEAPU8.buffer);
  // The buffer is replaced whenever the memory grows.
  const bytes = (): Buffer => {
    if (memory.buffer !== quickjs.HEAPU8.buffer) memory = Buffer.from(quickjs.HEAPU8.buffer);
    return memory;
  };
  const allocate = (size: number): Pointer => {
    const pointer = quickjs._malloc(size);
    if (pointer === 0) throw new RealmBroken('no memory left for a text');
    return pointer;
  };
  const withText = <T>(text: string, use: (pointer: Pointer, length: number) => T): T => {
    const most = text.length * 3;
    const pointer = most < SCRATCH_BYTES ? scratch : allocate(most + 1);
    const length = bytes().write(text, pointer, 'utf8');
    bytes()[pointer + length] = 0;
    const used = use(pointer, length);
    if (pointer !== scratch) quickjs._free(pointer);
    return used;
  };
  const readText = (pointer: Pointer): RealmText => {
    const end = bytes().indexOf(0, pointer);
    return { bytes: end - pointer, read: () => bytes().toString('utf8', pointer, end) };
  };
  return undefined as never;
};
