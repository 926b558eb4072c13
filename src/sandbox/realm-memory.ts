import { Stopped } from './answer.ts';
import type { Pointer, QuickJsModule } from './quickjs-module.ts';

/** Texts and pointers in the memory of a QuickJS instance; texts are UTF-8 and end with a zero byte. */
export type RealmMemory = {
  readonly keepText: (text: string) => Pointer;
  readonly withText: <T>(text: string, use: (pointer: Pointer, bytes: number) => T) => T;
  readonly textLength: (pointer: Pointer) => number;
  readonly readText: (pointer: Pointer, bytes: number) => string;
  readonly writePointers: (at: Pointer, first: Pointer, second: Pointer) => void;
};

const SCRATCH_BYTES = 64 * 1024;
/** A UTF-16 unit becomes at most three bytes of UTF-8. */
const MOST_BYTES_PER_UNIT = 3;

/** Access to the memory of an instance, with a scratch area so that short texts need no allocation. */
export const realmMemory = (quickjs: QuickJsModule): RealmMemory => {
  let bytes = Buffer.from(quickjs.HEAPU8.buffer);
  // Growing the memory replaces its buffer and leaves the old one empty.
  const current = (): Buffer => {
    if (bytes.buffer !== quickjs.HEAPU8.buffer) bytes = Buffer.from(quickjs.HEAPU8.buffer);
    return bytes;
  };
  const allocate = (size: number): Pointer => {
    const pointer = quickjs._malloc(size);
    if (pointer === 0) throw new Stopped('M');
    return pointer;
  };
  const scratch = allocate(SCRATCH_BYTES);
  const write = (text: string, pointer: Pointer): number => {
    const length = current().write(text, pointer, 'utf8');
    current()[pointer + length] = 0;
    return length;
  };
  const sizeOf = (text: string): number => text.length * MOST_BYTES_PER_UNIT + 1;

  return {
    keepText: (text) => {
      const pointer = allocate(sizeOf(text));
      write(text, pointer);
      return pointer;
    },
    withText: (text, use) => {
      const size = sizeOf(text);
      const pointer = size <= SCRATCH_BYTES ? scratch : allocate(size);
      const used = use(pointer, write(text, pointer));
      if (pointer !== scratch) quickjs._free(pointer);
      return used;
    },
    textLength: (pointer) => current().indexOf(0, pointer) - pointer,
    readText: (pointer, length) => current().toString('utf8', pointer, pointer + length),
    writePointers: (at, first, second) => {
      current().writeUInt32LE(first, at);
      current().writeUInt32LE(second, at + Uint32Array.BYTES_PER_ELEMENT);
    },
  };
};
