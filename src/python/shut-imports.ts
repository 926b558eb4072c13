import type { WasmMemory } from './web-assembly.ts';

type Imports = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
type Function = (...given: readonly never[]) => unknown;

/** Thrown into a program that has reached for something outside; nothing of the interpreter can be used after it. */
export class ShutOff extends Error {}

/** What lets an interpreter out: nothing, once it is shut. */
export interface Shutter {
  /** The imports to give to WebAssembly in place of the real ones. */
  readonly guard: (imports: Imports) => Imports;
  /** From now on only what computes is let through. */
  readonly shut: (memory: WasmMemory) => undefined;
  /** How many bytes the memory may grow to. */
  readonly limit: (bytes: number) => undefined;
  /** The import that a program has reached for, once; `undefined` if none. */
  readonly takeReached: () => string | undefined;
}

/** Error numbers of WASI: not permitted, read-only file system, bad file descriptor. */
const EPERM = 63;
const EROFS = 69;
const EBADF = 8;
/** Of `O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND` in Emscripten's fcntl.h. */
const WRITING = 0o3 | 0o100 | 0o1000 | 0o2000;

// What a program needs to compute: to call itself, to take its text and give its answer, the time, chance, and to read the
// interpreter's own files, which are in its memory. None of them takes or gives a JavaScript object that is not text.
const OPEN = new Set(
  (
    'JsvArray_Get js2python_js _python2js_ascii _python2js_ucs1 _python2js_ucs2 _python2js_ucs4 JsvError_Check JsvNoValue_Check ' +
    '_PyEM_TrampolineCall_JS _Py_CheckEmscriptenSignals_Helper clock_time_get clock_res_get emscripten_get_now emscripten_date_now ' +
    '_tzset_js _localtime_js _gmtime_js _mktime_js _timegm_js random_get emscripten_get_heap_max fd_close fd_seek fd_pread ' +
    'fd_fdstat_get __syscall_getcwd __syscall_stat64 __syscall_lstat64 __syscall_fstat64 __syscall_newfstatat ' +
    '__syscall_getdents64 __syscall_faccessat __syscall_readlinkat'
  ).split(' '),
);

// What C code calls and reports as a failure of its own; all else ends the program at once.
const FAILING = /^(__syscall_|fd_)/;

/**
 * Lets an interpreter in WebAssembly load, and then shuts it off.
 *
 * Its imports are its only way to anything outside of its memory, whatever its code does and whichever of its modules it calls: they
 * are all that has to be held. What is not known to be harmless is refused.
 */
export const newShutter = (): Shutter => {
  let memory: WasmMemory | undefined;
  let mostBytes = Number.POSITIVE_INFINITY;
  let reached: string | undefined;

  /** What is printed goes nowhere: says that all of it was written. */
  const swallow = (pointer: number, count: number, written: number): number => {
    const view = new DataView((memory as WasmMemory).buffer);
    let bytes = 0;
    for (let index = 0; index < count; index += 1) bytes += view.getUint32(pointer + 8 * index + 4, true);
    view.setUint32(written, bytes, true);
    return 0;
  };

  const whenShut: Readonly<Record<string, (real: Function, given: readonly number[]) => unknown>> = {
    fd_write: (_, [file = 0, pointer = 0, count = 0, written = 0]) =>
      file === 1 || file === 2 ? swallow(pointer, count, written) : EBADF,
    fd_read: (real, given) => (given[0] === 0 ? EBADF : real(...(given as never[]))),
    // The flags are the third, the mode behind them is for new files.
    __syscall_openat: (real, given) =>
      ((given[2] ?? 0) & WRITING) === 0 ? real(...(given as never[])) : -EROFS,
    emscripten_resize_heap: (real, given) =>
      (given[0] ?? 0) >>> 0 > mostBytes ? 0 : real(...(given as never[])),
    _emscripten_system: () => -1,
  };

  const refuse = (name: string): unknown => {
    if (FAILING.test(name)) return name.startsWith('fd_') ? EPERM : -EPERM;
    reached ??= name;
    throw new ShutOff(name);
  };

  const guarded = (name: string, real: Function): Function => {
    if (name.startsWith('invoke_') || OPEN.has(name)) return real;
    const own = whenShut[name];
    return (...given) => {
      if (memory === undefined) return real(...given);
      return own === undefined ? refuse(name) : own(real, given);
    };
  };

  const guardModule = (entries: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
    const kept = new Map<string, unknown>();
    return new Proxy(entries, {
      get: (target, name) => {
        const real = Reflect.get(target, name);
        if (typeof real !== 'function' || typeof name !== 'string') return real;
        const known = kept.get(name) ?? guarded(name, real as Function);
        kept.set(name, known);
        return known;
      },
    });
  };

  return {
    guard: (imports) =>
      Object.fromEntries(Object.entries(imports).map(([name, entries]) => [name, guardModule(entries)])),
    shut: (theirs) => {
      memory = theirs;
    },
    limit: (bytes) => {
      mostBytes = bytes;
    },
    takeReached: () => {
      const name = reached;
      reached = undefined;
      return name;
    },
  };
};
