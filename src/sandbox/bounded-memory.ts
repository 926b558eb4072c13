import { type WasmMemory, WebAssembly } from './web-assembly.ts';

/** The memory of an instance, with a bound that can be moved. */
export type BoundedMemory = {
  readonly memory: WasmMemory;
  /** Bounds the memory as a whole, in bytes; what is in use already stays. */
  readonly limit: (bytes: number) => undefined;
  /** Whether the instance has asked for more than the bound since it was set. */
  readonly isExhausted: () => boolean;
};

const PAGE_BYTES = 65_536;
/** What the pinned build starts with. */
const INITIAL_PAGES = 256;
const MOST_PAGES = 32_768;

/**
 * A new memory. QuickJS's own limit does not hold in a WebAssembly build: it counts what `malloc_usable_size` says, and
 * Emscripten's says 0. The memory itself is what cannot be exceeded.
 */
export const boundedMemory = (): BoundedMemory => {
  const memory = new WebAssembly.Memory({ initial: INITIAL_PAGES, maximum: MOST_PAGES });
  let most = Number.POSITIVE_INFINITY;
  let exhausted = false;
  const grow = memory.grow.bind(memory);
  memory.grow = (pages) => {
    exhausted ||= memory.buffer.byteLength + pages * PAGE_BYTES > most;
    // Emscripten's allocator takes the exception for a refusal and answers QuickJS with a null pointer.
    if (exhausted) throw new RangeError('out of memory');
    return grow(pages);
  };
  return {
    memory,
    limit: (bytes) => {
      most = bytes;
      exhausted = false;
    },
    isExhausted: () => exhausted,
  };
};
