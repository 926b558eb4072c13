// The derived surface refuses what it cannot carry.
import type { Promisify } from '../../../types/promisify.ts';

interface Parser {
  parse<T>(text: string): T;
}

export const parser: Promisify<Parser> = {
  parse: async (text: string) => text, // drift: cannot be derived from a class
};
