import * as v from 'valibot';
import { isPlainObject } from './plain-object.ts';
import { policyEntries } from './policy-schema.ts';
import { readEntries } from './read-entries.ts';

const isFunction = (value: unknown): boolean => typeof value === 'function';

const isReader = (value: unknown): boolean =>
  isFunction(value) || (typeof value === 'object' && value !== null && '~standard' in value);

const isBody = (value: unknown): boolean =>
  isFunction(value) || (isPlainObject(value) && (isFunction(value.sync) || isFunction(value.async)));

const isInputName = (name: string): boolean => name !== '__proto__' && !Object.hasOwn(policyEntries, name);

const entries = {
  type: v.pipe(v.string(), v.nonEmpty()),
  inputs: v.custom(
    (value) =>
      isPlainObject(value) &&
      Object.keys(value).every(isInputName) &&
      Object.values(value).every(isPlainObject),
    "a plain object such as { text: { required: true } }, without the names 'retry', 'timeoutMs', 'circuitBreaker', 'bulkhead' and '__proto__'",
  ),
  outputs: v.array(v.pipe(v.string(), v.nonEmpty())),
  config: v.optional(
    v.custom(isReader, 'a Standard Schema, or a function that reads the config and throws on a bad one'),
  ),
  run: v.custom(
    isBody,
    'a function (inputs, context) => output, or { sync, async } with at least one of the two',
  ),
  activePorts: v.optional(v.custom(isFunction, 'a function (output) => the active ports')),
  origin: v.optional(v.unknown()),
};

/**
 * Checks what a program without types may have got wrong in a specification of a node type, before a workflow meets it.
 *
 * @throws {InvalidOptionError} an entry is missing, unknown or not allowed
 */
export const checkSpecification = (specification: unknown): undefined => {
  readEntries(entries, specification, 'specification of defineNode');
};
