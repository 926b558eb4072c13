import { builtPackage } from './built-package.ts';

const { defineNode } = await builtPackage();

/** A node that has only an asynchronous form, in a module from which a worker can import it. */
export const addLater = defineNode({
  type: 'AddLater',
  inputs: { a: { required: true }, b: { required: true } },
  outputs: ['sum'],
  origin: { module: import.meta.url, name: 'addLater' },
  run: { async: async ({ a, b }) => ({ sum: Number(a) + Number(b) }) },
});
