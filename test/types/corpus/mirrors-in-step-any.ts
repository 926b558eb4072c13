// `any` on both sides.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(value: any): any;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(value: any): Promise<any>;
}
