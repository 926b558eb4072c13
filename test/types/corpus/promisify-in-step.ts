// The derived surface of an interface.
import type { Promisify } from '../../../types/promisify.ts';

interface Store {
  read(path: string): string;
  readonly root: string;
}

export const store: Promisify<Store> = { read: async (path: string) => path, root: '/' };
