import { LOOP, skipInstruction } from './wasm-instructions.ts';
import { unsignedLeb, type WasmReader, wasmReader } from './wasm-reader.ts';

const HEADER_BYTES = 8;
const IMPORT_SECTION = 2;
const GLOBAL_SECTION = 6;
const CODE_SECTION = 10;
const FUNCTION_KIND = 0;
const TABLE_KIND = 1;
const MEMORY_KIND = 2;

/** Loop iterations between two calls of the meter, well under a millisecond of them. */
const ITERATIONS = 100_000;

type Section = { readonly id: number; readonly start: number; readonly end: number };

const sectionsOf = (binary: Uint8Array): readonly Section[] => {
  const sections: Section[] = [];
  const reader = wasmReader(binary, HEADER_BYTES);
  while (reader.at() < binary.length) {
    const id = reader.byte();
    const size = reader.unsigned();
    sections.push({ id, start: reader.at(), end: reader.at() + size });
    reader.skip(size);
  }
  return sections;
};

const skipLimits = (reader: WasmReader): void => {
  const hasMaximum = (reader.byte() & 1) === 1;
  reader.skipNumber();
  if (hasMaximum) reader.skipNumber();
};

/** The index of an imported function. */
const importedFunction = (binary: Uint8Array, section: Section, name: string): number => {
  const reader = wasmReader(binary, section.start);
  let index = 0;
  for (let left = reader.unsigned(); left > 0; left -= 1) {
    reader.name();
    const imported = reader.name();
    const kind = reader.byte();
    if (kind === FUNCTION_KIND) {
      if (imported === name) return index;
      index += 1;
      reader.skipNumber();
    } else if (kind === TABLE_KIND || kind === MEMORY_KIND) {
      if (kind === TABLE_KIND) reader.byte();
      skipLimits(reader);
    } else {
      // An imported global would shift the index of the counter.
      throw new TypeError(`The WebAssembly binary imports the global '${imported}'`);
    }
  }
  throw new TypeError(`The WebAssembly binary does not import the function '${name}'`);
};

const withSize = (content: Uint8Array): readonly Uint8Array[] => [
  Uint8Array.from(unsignedLeb(content.length)),
  content,
];

/** The section with one more global at its end: an i32 variable. */
const withCounter = (
  binary: Uint8Array,
  { start, end }: Section,
): { readonly bytes: Buffer; readonly index: number } => {
  const reader = wasmReader(binary, start);
  const index = reader.unsigned();
  const counter = [0x7f, 0x01, 0x41, ...unsignedLeb(1), 0x0b]; // i32, mutable, i32.const 1, end
  const bytes = Buffer.concat([
    Uint8Array.from(unsignedLeb(index + 1)),
    binary.subarray(reader.at(), end),
    Uint8Array.from(counter),
  ]);
  return { bytes, index };
};

/** The instructions `if (--counter === 0) { meter(0); counter = ITERATIONS; }`. */
const meterCall = (counter: number, meter: number): Uint8Array => {
  const global = unsignedLeb(counter);
  return Uint8Array.from([
    ...[0x23, ...global, 0x41, 1, 0x6b, 0x24, ...global], // global.get, i32.const 1, i32.sub, global.set
    ...[0x23, ...global, 0x45, 0x04, 0x40], // global.get, i32.eqz, if
    ...[0x41, 0, 0x10, ...unsignedLeb(meter), 0x1a], // i32.const 0, call, drop
    ...[0x41, ...signedLeb(ITERATIONS), 0x24, ...global, 0x0b], // i32.const, global.set, end
  ]);
};

// One byte more than unsigned where the last would have the sign bit set.
const signedLeb = (value: number): readonly number[] =>
  value < 0x40 ? [value] : [(value % 0x80) | 0x80, ...signedLeb(Math.floor(value / 0x80))];

const withMeteredLoops = (binary: Uint8Array, section: Section, call: Uint8Array): Buffer => {
  const reader = wasmReader(binary, section.start);
  const functions = reader.unsigned();
  const parts: Uint8Array[] = [Uint8Array.from(unsignedLeb(functions))];
  for (let left = functions; left > 0; left -= 1) {
    const size = reader.unsigned();
    parts.push(...withSize(meteredBody(binary, reader, reader.at() + size, call)));
  }
  return Buffer.concat(parts);
};

const meteredBody = (binary: Uint8Array, reader: WasmReader, end: number, call: Uint8Array): Buffer => {
  const parts: Uint8Array[] = [];
  let copied = reader.at();
  for (let locals = reader.unsigned(); locals > 0; locals -= 1) {
    reader.skipNumber();
    reader.byte();
  }
  while (reader.at() < end) {
    if (skipInstruction(reader) !== LOOP) continue;
    parts.push(binary.subarray(copied, reader.at()), call);
    copied = reader.at();
  }
  return Buffer.concat([...parts, binary.subarray(copied, end)]);
};

const required = (sections: readonly Section[], id: number): Section => {
  const section = sections.find((each) => each.id === id);
  if (section === undefined) throw new TypeError(`The WebAssembly binary has no section ${id}`);
  return section;
};

/**
 * A WebAssembly binary whose every loop calls the imported function `meter` (i32 to i32, called with 0) once
 * in 100,000 iterations, so that the host can stop it by throwing.
 *
 * QuickJS asks its interrupt handler between instructions of JavaScript, but not inside its built-ins:
 * `'a'.repeat(3e5).indexOf('a'.repeat(15e4) + 'b')` alone runs for most of a minute.
 */
export const meterLoops = (binary: Uint8Array, meter: string): Uint8Array<ArrayBuffer> => {
  const sections = sectionsOf(binary);
  const call = importedFunction(binary, required(sections, IMPORT_SECTION), meter);
  const globals = withCounter(binary, required(sections, GLOBAL_SECTION));
  const code = withMeteredLoops(binary, required(sections, CODE_SECTION), meterCall(globals.index, call));
  const replaced = new Map([
    [GLOBAL_SECTION, globals.bytes],
    [CODE_SECTION, code],
  ]);
  const parts = sections.flatMap(({ id, start, end }) => [
    Uint8Array.of(id),
    ...withSize(replaced.get(id) ?? binary.subarray(start, end)),
  ]);
  return new Uint8Array(Buffer.concat([binary.subarray(0, HEADER_BYTES), ...parts]));
};
