import { decodeInteger, decodeJson, decodeTimestamp } from './decode-text.ts';

type Decode = (value: unknown) => unknown;

// SQLite keeps what it is given; what a column is declared as says what is meant, as it does in PostgreSQL.
const DECLARED: readonly (readonly [type: RegExp, decode: Decode])[] = [
  [/^bool(ean)?$/, (value) => (value === 0n || value === 1n ? value === 1n : value)],
  [/^jsonb?$/, (value) => (typeof value === 'string' ? decodeJson(value) : value)],
  [
    /^(numeric|decimal)\b/,
    (value) => (typeof value === 'number' || typeof value === 'bigint' ? String(value) : value),
  ],
  [
    /^timestamptz$|^timestamp\b.* with time zone$/,
    (value) => (typeof value === 'string' ? decodeTimestamp(value, true) : value),
  ],
  [/^(timestamp|datetime)\b/, (value) => (typeof value === 'string' ? decodeTimestamp(value, false) : value)],
];

const stored: Decode = (value) => {
  if (typeof value === 'bigint') return decodeInteger(value);
  // Not the Buffer: it would print and compare in another way than the bytes of any other source.
  return value instanceof Uint8Array ? new Uint8Array(value) : value;
};

/** How the values of a column are decoded, from the type that it is declared with. */
export const sqliteDecoder = (declared: string | null): Decode => {
  const type = declared?.trim().toLowerCase() ?? '';
  const known = DECLARED.find(([pattern]) => pattern.test(type));
  if (known === undefined) return stored;
  const [, decode] = known;
  return (value) => stored(decode(value));
};
