import * as v from 'valibot';
import { InvalidOptionError } from '../errors/invalid-option-error.ts';
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
  cpuBound: v.optional(v.boolean()),
};

/**
 * Checks what a program without types may have got wrong in a specification of a node type, before a workflow meets it.
 *
 * @throws {InvalidOptionError} an entry is missing, unknown or not allowed
 */
export const checkSpecification = (specification: unknown): undefined => {
  const { cpuBound, origin, run } = readEntries(entries, specification, 'specification of defineNode');
  if (cpuBound !== true) return;
  if (origin === undefined) {
    throw new InvalidOptionError(
      'cpuBound',
      cpuBound,
      "A worker has to import the node, and a function that stands in no module cannot travel. Add origin: { module: import.meta.url, name } with the name under which the module exports the node, or remove 'cpuBound'.",
    );
  }
  if (!isFunction(run) && !isFunction(Object(run).sync)) {
    throw new InvalidOptionError(
      'cpuBound',
      cpuBound,
      "It is the synchronous form that a worker runs, and there is none. Give run: { sync, async }, or remove 'cpuBound'.",
    );
  }
};
