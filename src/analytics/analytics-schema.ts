import * as v from 'valibot';
import type { AnalyticsOptions } from '../../types/run-history.ts';

const isStore = (value: unknown): value is AnalyticsOptions['store'] =>
  typeof value === 'object' &&
  value !== null &&
  ['append', 'list', 'deleteBefore'].every((name) => typeof Reflect.get(value, name) === 'function');

/** The option `analytics`. */
export const analytics = v.strictObject({
  store: v.custom<AnalyticsOptions['store']>(
    isStore,
    'a store with the functions append, list and deleteBefore, such as new MemoryRunHistoryStore()',
  ),
  onStoreFailure: v.exactOptional(v.picklist(['warn', 'fail']), 'warn'),
});
