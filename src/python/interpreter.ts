import { fileURLToPath } from 'node:url';
import { messageOf } from '../errors/message-of.ts';
import { BOOT_SOURCE } from './boot-source.ts';
import type { PythonAnswer } from './python-messages.ts';
import { newShutter } from './shut-imports.ts';
import { type WasmInstance, type WasmMemory, wasm } from './web-assembly.ts';

/** A Python interpreter that is shut off from everything; for one program at a time. */
export interface Interpreter {
  readonly run: (code: string, inputs: string, memoryLimitMb: number) => PythonAnswer;
  /** Makes all as it was before the first program, if the last one may have changed anything. */
  readonly restore: () => undefined;
}

/** `used` is empty if no program has run since the memory was put back. */
type PythonRun = (code: string, inputs: string, used: string) => string;

/** What this file uses of Pyodide. */
interface Pyodide {
  readonly runPython: (code: string) => PythonRun;
  readonly FS: { readonly streams: (object | null | undefined)[] };
}

const MEBIBYTE = 1024 * 1024;
/** Memory never shrinks: an interpreter that has grown by more is not kept. */
const MOST_GROWTH_BYTES = 64 * MEBIBYTE;
/** The answer for a program that may see what others have left. */
const AFTER_OTHERS = 'R';
/** How many imports only the interpreter itself has; the modules beside it have fewer. */
const IMPORTS_OF_PYTHON = 100;

/**
 * Loads Pyodide and shuts it off.
 *
 * @param url - of Pyodide's module
 * @throws {Error} it does not load
 */
export const startInterpreter = async (url: string): Promise<Interpreter> => {
  const shutter = newShutter();
  let instance: WasmInstance | undefined;
  const { instantiate } = wasm;
  wasm.instantiate = async (source, imports) => {
    const isPython = Object.keys(imports?.env ?? {}).length > IMPORTS_OF_PYTHON;
    const given = imports !== undefined && isPython ? shutter.guard(imports) : imports;
    const made = await instantiate(source, given);
    if (isPython) instance = 'instance' in made ? made.instance : made;
    return made;
  };
  const { loadPyodide } = (await import(url)) as {
    readonly loadPyodide: (options: object) => Promise<Pyodide>;
  };
  // Where its files are it would find out by itself, from a stack that not every loader leaves as it is.
  const indexURL = fileURLToPath(new URL('.', url));
  const pyodide = await loadPyodide({ jsglobals: Object.create(null), indexURL });
  wasm.instantiate = instantiate;
  const memory = instance?.exports.memory as WasmMemory | undefined;
  if (memory === undefined) throw new Error('its memory is not where it is expected');
  const run = pyodide.runPython(BOOT_SOURCE);
  shutter.shut(memory);
  // The first call from outside leaves something for the next ones.
  run('result = 1', '{}', '');
  const untouched = new Uint8Array(memory.buffer).slice();
  const files = pyodide.FS.streams.length;
  // Whether a program has run, and whether it may have left anything that any other could see.
  let isUsed = false;
  let isTouched = false;

  const putBack = (): undefined => {
    isUsed = false;
    isTouched = false;
    const bytes = new Uint8Array(memory.buffer);
    bytes.set(untouched);
    bytes.fill(0, untouched.length);
    pyodide.FS.streams.length = files;
  };

  const restore = (): undefined => {
    if (isTouched) putBack();
  };

  const answerOf = (code: string, inputs: string): string => {
    const wasUsed = isUsed;
    isUsed = true;
    const answer = run(code, inputs, wasUsed ? 'used' : '');
    if (answer !== AFTER_OTHERS) return answer;
    putBack();
    return answerOf(code, inputs);
  };

  return {
    restore,
    run: (code, inputs, memoryLimitMb) => {
      restore();
      shutter.limit(untouched.length + memoryLimitMb * MEBIBYTE);
      try {
        const answer = answerOf(code, inputs);
        const reached = shutter.takeReached();
        // A program may have caught what refused it, but not what that has left half done.
        if (reached !== undefined) return { kind: 'reached', name: reached };
        isTouched = !answer.startsWith('0');
        const isSpent = memory.buffer.byteLength - untouched.length > MOST_GROWTH_BYTES;
        return { kind: 'answer', text: answer.slice(1), isSpent };
      } catch (error) {
        const reached = shutter.takeReached();
        return reached === undefined
          ? { kind: 'crashed', message: messageOf(error) }
          : { kind: 'reached', name: reached };
      }
    },
  };
};
