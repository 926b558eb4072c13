/** The memory of a program in WebAssembly; `buffer` is another one after it has grown. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

/** A program in WebAssembly that has been given its imports. */
export interface WasmInstance {
  readonly exports: Readonly<Record<string, unknown>>;
}

/** What this folder uses of the global, which the types of Node leave out. */
export interface WasmGlobal {
  instantiate: (
    source: unknown,
    imports?: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  ) => Promise<WasmInstance | { readonly instance: WasmInstance }>;
}

/** The global `WebAssembly`. */
export const wasm = Reflect.get(globalThis, 'WebAssembly') as WasmGlobal;
