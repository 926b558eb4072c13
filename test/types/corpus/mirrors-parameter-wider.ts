// A parameter accepts more.
import type { Mirrors } from '../../../types/mirrors.ts';

interface URL {
  readonly href: string;
}

declare class Store {
  read(path: string): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string | URL): Promise<string>; // drift: the type of a parameter differs
}
