import type { WasmReader } from './wasm-reader.ts';

/** The opcode of `loop`. */
export const LOOP = 0x03;

type Skip = (reader: WasmReader) => void;

const none: Skip = () => {};
const one: Skip = (reader) => reader.skipNumber();
const two: Skip = (reader) => {
  reader.skipNumber();
  reader.skipNumber();
};
const vector: Skip = (reader) => {
  for (let left = reader.unsigned(); left > 0; left -= 1) reader.skipNumber();
};
const table: Skip = (reader) => {
  vector(reader);
  reader.skipNumber();
};

const operandsOf = (opcode: number): Skip | undefined => {
  if (opcode >= 0x02 && opcode <= 0x04) return one; // block, loop, if: a block type
  if (opcode === 0x0c || opcode === 0x0d || opcode === 0x10) return one; // br, br_if, call
  if (opcode === 0x0e) return table; // br_table
  if (opcode === 0x11) return two; // call_indirect
  if (opcode === 0x1c) return vector; // select with types
  if (opcode >= 0x20 && opcode <= 0x26) return one; // local, global, table
  if (opcode >= 0x28 && opcode <= 0x3e) return two; // load, store: alignment and offset
  if (opcode >= 0x3f && opcode <= 0x42) return one; // memory.size, memory.grow, i32.const, i64.const
  if (opcode === 0x43) return (reader) => reader.skip(4); // f32.const
  if (opcode === 0x44) return (reader) => reader.skip(8); // f64.const
  if (opcode === 0xd0 || opcode === 0xd2) return one; // ref.null, ref.func
  if (opcode === 0xfc) return extended;
  return opcode <= 0x1b || (opcode >= 0x45 && opcode <= 0xc4) || opcode === 0xd1 ? none : undefined;
};

const extended: Skip = (reader) => {
  const opcode = reader.unsigned();
  if (opcode <= 7) return; // saturating conversions
  if (opcode === 9 || opcode === 11 || opcode === 13 || opcode >= 15) one(reader);
  else two(reader);
};

/** Operands by opcode; undefined for vector and other instructions that QuickJS's build has no use for. */
const OPERANDS: readonly (Skip | undefined)[] = Array.from({ length: 256 }, (_, opcode) =>
  operandsOf(opcode),
);

/** Passes over one instruction and returns its opcode. */
export const skipInstruction = (reader: WasmReader): number => {
  const opcode = reader.byte();
  const skip = OPERANDS[opcode];
  if (skip === undefined) throw new TypeError(`Unknown WebAssembly instruction 0x${opcode.toString(16)}`);
  skip(reader);
  return opcode;
};
