/** The part of the WebAssembly API that is used here; neither the ES library nor Node 20's types declare it. */
type WebAssemblyApi = {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => WasmModule;
  readonly Instance: new (module: WasmModule, imports: WasmImports) => { readonly exports: WasmExports };
  readonly Memory: new (size: { readonly initial: number; readonly maximum: number }) => WasmMemory;
  readonly RuntimeError: new (message?: string) => Error;
};

/** A compiled module; nothing in it is read. */
export type WasmModule = { readonly [compiled]: true };
/** A memory of an instance; `grow` replaces its buffer. */
export type WasmMemory = { readonly buffer: ArrayBuffer; grow: (pages: number) => number };
/** What a module imports, by module and name. */
export type WasmImports = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
/** What an instance exports, by name. */
export type WasmExports = Readonly<Record<string, unknown>>;

declare const compiled: unique symbol;

/** The host's `WebAssembly` object, typed. */
export const { WebAssembly } = globalThis as unknown as { readonly WebAssembly: WebAssemblyApi };
