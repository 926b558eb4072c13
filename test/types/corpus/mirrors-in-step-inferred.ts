// Results that the compiler infers.
import type { Mirrors } from '../../../types/mirrors.ts';

class Store {
  read(path: string) {
    return { text: path, size: path.length };
  }
}

export class AsyncStore implements Mirrors<Store, AsyncStore> {
  async read(path: string) {
    return { text: path, size: path.length };
  }
}
