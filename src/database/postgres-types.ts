import type { CustomTypesConfig } from 'pg';
import { type Decode, postgresDecoder } from './postgres-decode.ts';
import { loadArrayParser } from './postgres-driver.ts';

const decoders = new Map<number, Decode>();

/** The decoder of a type, made once. */
export const decoderOf = (typeId: number): Decode => {
  const known = decoders.get(typeId);
  if (known !== undefined) return known;
  const decoder = postgresDecoder(typeId, loadArrayParser);
  decoders.set(typeId, decoder);
  return decoder;
};

const asItIs: Decode = (text) => text;

const typesOf = (getTypeParser: (typeId: number) => Decode): CustomTypesConfig => ({
  getTypeParser: getTypeParser as CustomTypesConfig['getTypeParser'],
});

/** Has the driver decode values. */
export const DECODED = typesOf(decoderOf);

/** Has the driver leave values as the texts that they are sent as, for another thread to decode. */
export const UNDECODED = typesOf(() => asItIs);
