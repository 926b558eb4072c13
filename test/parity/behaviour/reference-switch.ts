import { SwitchDataError } from '../../../src/index.ts';
import type { SwitchDescription } from './description.ts';
import { isPlainObject } from './plain-object.ts';
import { compare } from './reference-compare.ts';
import type { Given } from './reference-ports.ts';
import type { RuleBook } from './rules.ts';

const aliases = ['input', 'data', 'inputData', 'items'] as const;

const dataOf = (
  id: string,
  inputs: ReadonlyMap<string, unknown>,
  own: Readonly<Record<string, unknown>> | undefined,
  book: RuleBook,
): unknown => {
  const given = aliases.filter((name) => inputs.has(name));
  if (given.length > 0) {
    const several = given.length > 1 && !book.holds('switch: input before its aliases');
    return inputs.get(given.at(several ? -1 : 0) ?? '');
  }
  if (own !== undefined && Object.keys(own).length > 0) {
    if (book.holds('switch: the node parameters are the data if there is none')) return own;
  }
  if (!book.holds('switch: no data at all fails')) return null;
  throw new SwitchDataError(id);
};

const checkedOf = (data: unknown, field: string | undefined, book: RuleBook): unknown => {
  if (field === undefined || !isPlainObject(data)) return data;
  if (Object.hasOwn(data, field)) return data[field];
  let value: unknown = data;
  for (const segment of field.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) {
      return book.holds('switch: a missing entry counts as null') ? null : 'missing';
    }
    value = Reflect.get(value, segment);
  }
  return value;
};

/** The name of the port of a case. */
export const portOfCase = (value: string | number): string =>
  `case_${String(value).replace(/[^\p{L}\p{Nd}_]/gu, '_')}`;

/**
 * What a switch gives.
 *
 * @throws SwitchDataError where it has no data
 */
export const runSwitch = (
  node: SwitchDescription,
  inputs: ReadonlyMap<string, unknown>,
  own: Readonly<Record<string, unknown>> | undefined,
  book: RuleBook,
): Given => {
  const data = dataOf(node.id, inputs, own, book);
  const checked = checkedOf(data, node.conditionField, book);
  const route = (ports: readonly string[], active: string, conditionResult: unknown): Given => {
    const idle = book.holds('switch: the inactive port is null') ? null : data;
    const entries = ports.map((port) => [port, port === active ? data : idle]);
    return {
      output: { ...Object.fromEntries(entries), conditionResult },
      inactive: new Set(ports.filter((port) => port !== active)),
    };
  };
  if (node.cases === undefined) {
    const holds = compare(node.operator, checked, node.value, book);
    return route(['trueOutput', 'falseOutput'], holds ? 'trueOutput' : 'falseOutput', holds);
  }
  const ports = [...node.cases.map(portOfCase), 'default'];
  const holding = node.cases.filter((each) => compare(node.operator, checked, each, book));
  const first = holding.at(book.holds('switch: the first case that holds') ? 0 : -1);
  if (first !== undefined) return route(ports, portOfCase(first), first);
  return route(ports, book.holds('switch: default when no case holds') ? 'default' : '', null);
};
