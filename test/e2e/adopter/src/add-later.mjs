import { defineNode } from 'lockstep';

export const addLater = defineNode({
  type: 'AddLater',
  inputs: { a: { required: true }, b: { required: true } },
  outputs: ['result'],
  origin: { module: import.meta.url, name: 'addLater' },
  run: { async: async ({ a, b }) => ({ result: a + b }) },
});
