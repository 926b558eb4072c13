import { threadId } from 'node:worker_threads';
import { defineNode } from '../../../src/index.ts';
import { StockError } from './async-only-nodes.ts';

const spin = (ms: number): undefined => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};

/** Computes for `ms` milliseconds and answers its other input, and where it ran. */
export const spinning = defineNode({
  type: 'Spinning',
  inputs: { ms: {}, value: {} },
  outputs: ['value', 'thread'],
  cpuBound: true,
  origin: { module: import.meta.url, name: 'spinning' },
  run: ({ ms = 0, value }) => {
    spin(Number(ms));
    return { value, thread: threadId };
  },
});

/** Answers what it is given. */
export const repeating = defineNode({
  type: 'Repeating',
  inputs: { value: {} },
  outputs: ['value'],
  cpuBound: true,
  origin: { module: import.meta.url, name: 'repeating' },
  run: ({ value }) => ({ value }),
});

/** Counts up to its input, and says what its context says. */
export const counting = defineNode({
  type: 'Counting',
  inputs: { to: { required: true } },
  outputs: ['sum', 'step', 'nodeId', 'attempt'],
  config: (written) => ({ step: Number(written.step) }),
  cpuBound: true,
  origin: { module: import.meta.url, name: 'counting' },
  run: {
    sync: ({ to }, { config, nodeId, attempt }) => {
      let sum = 0;
      for (let each = 0; each < Number(to); each += config.step) sum += each;
      return { sum, step: config.step, nodeId, attempt };
    },
  },
});

const failures: Readonly<Record<string, () => unknown>> = {
  own: () => new StockError(3, { cause: new RangeError('shelf 7') }),
  standard: () => new TypeError('wrong kind'),
  text: () => 'just text',
};

/** Throws, by its config. */
export const breaking = defineNode({
  type: 'Breaking',
  inputs: { how: {} },
  outputs: [],
  cpuBound: true,
  origin: { module: import.meta.url, name: 'breaking', errors: [StockError] },
  run: ({ how }): never => {
    throw failures[String(how)]?.();
  },
});

/** Never ends. */
export const looping = defineNode({
  type: 'Looping',
  inputs: {},
  outputs: [],
  cpuBound: true,
  origin: { module: import.meta.url, name: 'looping' },
  run: (): never => {
    for (;;);
  },
});

/** Ends its thread. */
export const quitting = defineNode({
  type: 'Quitting',
  inputs: {},
  outputs: [],
  cpuBound: true,
  origin: { module: import.meta.url, name: 'quitting' },
  run: () => process.exit(3),
});

/** Says that it stands where it does not. */
export const mislaid = defineNode({
  type: 'Mislaid',
  inputs: {},
  outputs: [],
  cpuBound: true,
  origin: { module: import.meta.url, name: 'mislayed' },
  run: () => ({}),
});
