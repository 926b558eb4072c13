import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { threadId } from 'node:worker_threads';
import { defineNode } from '../../../src/index.ts';

/** An error of a program's own. */
export class StockError extends Error {
  readonly missing: number;

  constructor(missing: number, options?: ErrorOptions) {
    super(`${missing} are missing`, options);
    this.name = 'StockError';
    this.missing = missing;
  }
}

const origin = { module: import.meta.url, errors: [StockError] };

/** Answers what it is given. */
export const later = defineNode({
  type: 'Later',
  inputs: { value: {} },
  outputs: ['value'],
  run: {
    async: async ({ value }) => {
      await sleep(1);
      return { value };
    },
  },
  origin: { ...origin, name: 'later' },
});

/** Answers its config as read, and what its context says. */
export const telling = defineNode({
  type: 'Telling',
  inputs: {},
  outputs: ['factor', 'nodeId', 'attempt', 'iteration', 'parameters'],
  config: (written) => ({ factor: Number(written.factor) * 2 }),
  run: {
    async: async (_, { config, nodeId, attempt, iteration, parameters }) => ({
      factor: config.factor,
      nodeId,
      attempt,
      iteration,
      parameters,
    }),
  },
  origin: { ...origin, name: 'telling' },
});

const failures: Readonly<Record<string, () => unknown>> = {
  own: () => new StockError(3, { cause: new RangeError('shelf 7') }),
  standard: () => new TypeError('wrong kind'),
  text: () => 'just text',
};

/** Throws, by its config. */
export const failing = defineNode({
  type: 'Failing',
  inputs: { how: {} },
  outputs: [],
  run: {
    async: async ({ how }) => {
      await sleep(1);
      throw failures[String(how)]?.();
    },
  },
  origin: { ...origin, name: 'failing' },
});

/** Answers what cannot be copied. */
export const unclonable = defineNode({
  type: 'Unclonable',
  inputs: {},
  outputs: ['list'],
  run: { async: async () => ({ list: [1, () => 2] }) },
  origin: { ...origin, name: 'unclonable' },
});

/** Never answers. */
export const endless = defineNode({
  type: 'Endless',
  inputs: {},
  outputs: [],
  run: {
    async: (_, { signal }) =>
      new Promise<never>((_resolve, reject) => signal.addEventListener('abort', reject)),
  },
  origin: { ...origin, name: 'endless' },
});

/** Says in which thread it runs, and writes to a file there for ever. */
export const ticking = defineNode({
  type: 'Ticking',
  inputs: { file: { required: true } },
  outputs: ['thread'],
  run: {
    async: async ({ file }) => {
      setInterval(() => appendFileSync(String(file), '.'), 5);
      return { thread: threadId };
    },
  },
  origin: { ...origin, name: 'ticking' },
});

/** Ends its thread. */
export const exiting = defineNode({
  type: 'Exiting',
  inputs: {},
  outputs: [],
  run: { async: async () => process.exit(3) },
  origin: { ...origin, name: 'exiting' },
});

/** Throws where nobody catches. */
export const crashing = defineNode({
  type: 'Crashing',
  inputs: {},
  outputs: [],
  run: {
    async: () =>
      new Promise<never>(() => {
        setTimeout(() => {
          throw new Error('nobody catches this');
        });
      }),
  },
  origin: { ...origin, name: 'crashing' },
});

/** Answers, and leaves something running that throws later. */
export const leaving = defineNode({
  type: 'Leaving',
  inputs: {},
  outputs: ['left'],
  run: {
    async: async () => {
      setTimeout(() => {
        throw new Error('nobody catches this either');
      });
      return { left: true };
    },
  },
  origin: { ...origin, name: 'leaving' },
});

/** Says that it stands where it does not. */
export const misplaced = defineNode({
  type: 'Misplaced',
  inputs: {},
  outputs: [],
  run: { async: async () => ({}) },
  origin: { ...origin, name: 'missplaced' },
});
