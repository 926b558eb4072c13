import * as v from 'valibot';
import type { DeclaredResource } from '../../types/node-resources.ts';
import { isPlainObject } from '../nodes/plain-object.ts';

const isCount = (value: unknown): boolean =>
  value === undefined || (Number.isSafeInteger(value) && Number(value) >= 0);

const isLeaf = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'open') === 'function' &&
  typeof Reflect.get(value, 'close') === 'function' &&
  isCount(Reflect.get(value, 'connections'));

/** The option `resources`: leaves by key. */
export const declaredResources = v.custom<Readonly<Record<string, DeclaredResource>>>(
  (value) => isPlainObject(value) && Object.values(value).every(isLeaf),
  'a plain object whose values are { open: () => ..., close: (resource) => ... }, each with connections: a whole number from 0, if it is given',
);
