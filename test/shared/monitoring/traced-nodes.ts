import { context, type SpanContext, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { defineNode } from '../../../src/index.ts';

// Of each thread that loads this module: without a manager, no span is ever the active one.
context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());

const active = (): SpanContext | undefined => trace.getActiveSpan()?.spanContext();

const origin = { module: import.meta.url };

/** Answers, from a worker of the pool, which span is active there. */
export const spanInPool = defineNode({
  type: 'SpanInPool',
  inputs: {},
  outputs: ['span'],
  cpuBound: true,
  origin: { ...origin, name: 'spanInPool' },
  run: () => ({ span: { ...active() } }),
});

/** Answers, on the event loop or over the bridge, which span is active before and after a wait. */
export const spanLater = defineNode({
  type: 'SpanLater',
  inputs: {},
  outputs: ['before', 'after'],
  origin: { ...origin, name: 'spanLater' },
  run: {
    async: async () => {
      const before = { ...active() };
      await new Promise((resolve) => setTimeout(resolve, 5));
      return { before, after: { ...active() } };
    },
  },
});
