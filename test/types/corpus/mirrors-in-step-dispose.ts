// `Symbol.dispose` becomes `Symbol.asyncDispose`.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  [Symbol.dispose](): void;
  read(path: string): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  [Symbol.asyncDispose](): Promise<void>;
  read(path: string): Promise<string>;
}
