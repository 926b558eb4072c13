import { decodeInteger, decodeJson, decodeTimestamp } from './decode-text.ts';

/** Makes a value of its text. */
export type Decode = (text: string) => unknown;

/** Of `pg`: takes an array's text apart. */
export type ArrayParser = {
  readonly create: (text: string, decode: Decode) => { readonly parse: () => unknown[] };
};

// What has so few digits is safe.
const integer: Decode = (text) => (text.length < 16 ? Number(text) : decodeInteger(BigInt(text)));
const small: Decode = (text) => Number(text);
const json: Decode = decodeJson;
const stamp: Decode = (text) => decodeTimestamp(text, false);
const stampWithZone: Decode = (text) => decodeTimestamp(text, true);
const boolean: Decode = (text) => text === 't';
const bytes: Decode = (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex'));
const asText: Decode = (text) => text;

// The ids are those of the catalogue pg_type, which are the same on every server.
const SCALARS: Readonly<Record<number, Decode>> = {
  16: boolean,
  17: bytes,
  20: integer,
  21: small,
  23: small,
  26: small,
  114: json,
  700: small,
  701: small,
  1114: stamp,
  1184: stampWithZone,
  3802: json,
};

const ARRAYS: Readonly<Record<number, Decode>> = {
  199: json,
  1000: boolean,
  1001: bytes,
  1005: small,
  1007: small,
  1009: asText,
  1015: asText,
  1016: integer,
  1021: small,
  1022: small,
  1115: stamp,
  1182: asText,
  1185: stampWithZone,
  1231: asText,
  2951: asText,
  3807: json,
};

/** Whether values of a type are numbers, which are made of their texts and keep nothing of them. */
export const isNumberType = (typeId: number): boolean => {
  const decode = SCALARS[typeId];
  return decode === small || decode === integer;
};

/**
 * How the text of a type is decoded; of a type that is not known the text is the value.
 *
 * @param loadArrays - called for the type of an array only
 */
export const postgresDecoder = (typeId: number, loadArrays: () => ArrayParser): Decode => {
  const scalar = SCALARS[typeId];
  if (scalar !== undefined) return scalar;
  const element = ARRAYS[typeId];
  if (element === undefined) return asText;
  const arrays = loadArrays();
  return (text) => arrays.create(text, element).parse();
};
