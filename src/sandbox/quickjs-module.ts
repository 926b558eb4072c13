import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Stopped } from './answer.ts';
import { meterLoops } from './meter-loops.ts';
import {
  type WasmExports,
  type WasmImports,
  type WasmMemory,
  type WasmModule,
  WebAssembly,
} from './web-assembly.ts';

/** An address in the WebAssembly memory; 0 is none. */
export type Pointer = number;

/** The functions of the QuickJS build that the sandbox uses, as Emscripten exposes them. */
export type QuickJsModule = {
  readonly HEAPU8: Uint8Array<ArrayBuffer>;
  readonly _malloc: (bytes: number) => Pointer;
  readonly _free: (pointer: Pointer) => void;
  readonly _QTS_NewRuntime: () => Pointer;
  readonly _QTS_RuntimeSetMaxStackSize: (runtime: Pointer, bytes: number) => void;
  readonly _QTS_RuntimeEnableInterruptHandler: (runtime: Pointer) => void;
  readonly _QTS_NewContext: (runtime: Pointer, intrinsics: number) => Pointer;
  readonly _QTS_Eval: (
    context: Pointer,
    source: Pointer,
    bytes: number,
    fileName: Pointer,
    detectModule: number,
    flags: number,
  ) => Pointer;
  readonly _QTS_Call: (
    context: Pointer,
    callee: Pointer,
    receiver: Pointer,
    count: number,
    values: Pointer,
  ) => Pointer;
  readonly _QTS_ResolveException: (context: Pointer, value: Pointer) => Pointer;
  readonly _QTS_NewString: (context: Pointer, text: Pointer) => Pointer;
  readonly _QTS_GetString: (context: Pointer, value: Pointer) => Pointer;
  readonly _QTS_FreeCString: (context: Pointer, text: Pointer) => void;
  readonly _QTS_GetPropNumber: (context: Pointer, holder: Pointer, index: number) => Pointer;
  readonly _QTS_GetUndefined: () => Pointer;
  readonly _QTS_FreeValuePointer: (context: Pointer, value: Pointer) => void;
  readonly _QTS_IsJobPending: (runtime: Pointer) => number;
  readonly _QTS_ExecutePendingJob: (runtime: Pointer, most: number, context: Pointer) => Pointer;
};

type EmscriptenOptions = Partial<QuickJsModule> & {
  readonly wasmMemory: WasmMemory;
  readonly print: (text: string) => void;
  readonly printErr: (text: string) => void;
  readonly callbacks: { readonly shouldInterrupt: (asyncify: undefined, runtime: Pointer) => 0 | 1 };
  readonly instantiateWasm: (
    imports: WasmImports,
    receive: (instance: { readonly exports: WasmExports }) => unknown,
  ) => unknown;
};
type EmscriptenFactory = (options: EmscriptenOptions) => Promise<unknown>;

const VARIANT = '@jitl/quickjs-wasmfile-release-sync';

/** The export that runs the constructors of the C build; Emscripten's own start-up would call it too late. */
const CONSTRUCTORS = 'u';

/** The import that asks whether to interrupt; QuickJS passes a runtime, a metered loop passes 0. */
const SHOULD_INTERRUPT = 'i';
const METERED_LOOP = 0;

const load = (): { readonly factory: EmscriptenFactory; readonly wasm: WasmModule } => {
  const require = createRequire(import.meta.url);
  const factory: EmscriptenFactory = require(`${VARIANT}/emscripten-module`);
  const binary = readFileSync(require.resolve(`${VARIANT}/wasm`));
  return { factory, wasm: new WebAssembly.Module(meterLoops(binary, SHOULD_INTERRUPT)) };
};
let loaded: ReturnType<typeof load> | undefined;

const isReady = (module: EmscriptenOptions): module is EmscriptenOptions & QuickJsModule =>
  module._QTS_NewRuntime !== undefined && module.HEAPU8 !== undefined;

/**
 * A new instance of QuickJS, made synchronously; the WebAssembly file is read and compiled at the first call.
 *
 * Emscripten's factory is an async function, but everything up to the instantiation runs before its first
 * `await`, and handing over the instance fills in the functions at once. Only the constructors would run
 * later: they are run here, and Emscripten gets an empty function in their place.
 */
export const newQuickJsModule = (shouldInterrupt: () => boolean, wasmMemory: WasmMemory): QuickJsModule => {
  loaded ??= load();
  const { factory, wasm } = loaded;
  const module: EmscriptenOptions = {
    wasmMemory,
    print: () => {},
    printErr: () => {},
    callbacks: {
      shouldInterrupt: (_, runtime) => {
        if (!shouldInterrupt()) return 0;
        // A built-in does not look at the answer; the exception unwinds it, and the instance is dropped.
        if (runtime === METERED_LOOP) throw new Stopped('I');
        return 1;
      },
    },
    instantiateWasm: (imports, receive) => {
      const { exports } = new WebAssembly.Instance(wasm, imports);
      receive({ exports: { ...exports, [CONSTRUCTORS]: () => {} } });
      const construct = exports[CONSTRUCTORS];
      if (typeof construct === 'function') construct();
      return {};
    },
  };
  factory(module).catch(() => {
    // Start-up has nothing left to do by then, and the check below has reported what went wrong.
  });
  if (!isReady(module))
    throw new Error(`${VARIANT} did not start synchronously; install its pinned version.`);
  return module;
};
