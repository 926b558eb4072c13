/**
 * Reads a WebAssembly binary byte by byte.
 * Format: https://webassembly.github.io/spec/core/binary/index.html
 */
export type WasmReader = {
  readonly at: () => number;
  readonly skip: (bytes: number) => void;
  readonly byte: () => number;
  /** An unsigned LEB128 number. */
  readonly unsigned: () => number;
  /** Passes over a LEB128 number of any size. */
  readonly skipNumber: () => void;
  readonly name: () => string;
};

/** A reader of `bytes` from `start` on. */
export const wasmReader = (bytes: Uint8Array, start: number): WasmReader => {
  let at = start;
  const byte = (): number => {
    const value = bytes[at];
    if (value === undefined) throw new RangeError(`The WebAssembly binary ends at ${at}`);
    at += 1;
    return value;
  };
  const unsigned = (): number => {
    let value = 0;
    let factor = 1;
    for (;;) {
      const next = byte();
      value += (next & 0x7f) * factor;
      if (next < 0x80) return value;
      factor *= 0x80;
    }
  };
  return {
    at: () => at,
    skip: (count) => {
      at += count;
    },
    byte,
    unsigned,
    skipNumber: () => {
      while (byte() >= 0x80);
    },
    name: () => {
      const length = unsigned();
      at += length;
      return String.fromCharCode(...bytes.subarray(at - length, at));
    },
  };
};

/** A number as unsigned LEB128. */
export const unsignedLeb = (value: number): readonly number[] =>
  value < 0x80 ? [value] : [(value % 0x80) | 0x80, ...unsignedLeb(Math.floor(value / 0x80))];
