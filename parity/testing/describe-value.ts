/** How values are told from each other. */
export interface Wording {
  /** Names of properties whose values are passed over. */
  readonly differing: ReadonlySet<string>;
  /** What stands for a text, by which a side's own name is the same on both. */
  readonly nameless: (text: string) => string;
  /** Whether an object is one of a side, whose inside is its own business. */
  readonly isOfSide: (value: object) => boolean;
}

/** What stands for a value that may differ. */
export const PASSED_OVER = '<may differ>';

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
};

/** What stands for what cannot be looked at: a getter that throws, a revoked proxy. */
const UNREADABLE = Symbol('unreadable');

const guarded = <T>(read: () => T): T | typeof UNREADABLE => {
  try {
    return read();
  } catch {
    return UNREADABLE;
  }
};

const className = (value: object): string => String(value.constructor?.name ?? 'Object');

/**
 * A value as text: equal for values that a caller cannot tell apart, whatever the identity of objects. Errors are told by class,
 * message, own properties and cause, without their stacks; functions are alike, as they cannot be compared.
 */
export const describeValue = (value: unknown, wording: Wording): string => {
  const path: object[] = [];

  const entries = (pairs: readonly (readonly [string, unknown])[]): string =>
    pairs
      .map(([key, each]) => `${key}: ${wording.differing.has(key) ? PASSED_OVER : describe(each)}`)
      .join(', ');

  const own = (object: object, hidden: readonly string[] = []): readonly (readonly [string, unknown])[] =>
    Reflect.ownKeys(object)
      .filter((key) => !hidden.includes(String(key)))
      .map((key) => [String(key), guarded(() => Reflect.get(object, key))] as const);

  const object = (it: object): string => {
    if (wording.isOfSide(it)) return '<side>';
    if (it instanceof Error) {
      const rest = own(it, ['stack', 'message', 'name']);
      return `${wording.nameless(it.name)}(${describe(guarded(() => it.message))}${rest.length > 0 ? `, ${entries(rest)}` : ''})`;
    }
    if (Array.isArray(it)) return `[${Array.from(it, describe).join(', ')}]`;
    if (it instanceof Date) return `Date(${Number.isNaN(it.getTime()) ? 'invalid' : it.toISOString()})`;
    if (it instanceof RegExp) return String(it);
    if (it instanceof Map) {
      return `Map(${Array.from(it, ([key, each]) => `${describe(key)} => ${describe(each)}`).join(', ')})`;
    }
    if (it instanceof Set) return `Set(${Array.from(it, describe).join(', ')})`;
    if (ArrayBuffer.isView(it)) {
      return `${className(it)}(${Buffer.from(it.buffer, it.byteOffset, it.byteLength).toString('hex')})`;
    }
    return `${isPlain(it) ? '' : `${wording.nameless(className(it))} `}{${entries(own(it))}}`;
  };

  const describe = (it: unknown): string => {
    if (typeof it === 'string') return JSON.stringify(wording.nameless(it));
    if (typeof it === 'function') return '<function>';
    if (typeof it === 'bigint') return `${it}n`;
    if (typeof it !== 'object' || it === null) return Object.is(it, -0) ? '-0' : String(it);
    if (path.includes(it)) return `<circle ${path.length - path.indexOf(it)}>`;
    path.push(it);
    const text = guarded(() => object(it));
    path.pop();
    return String(text);
  };

  return describe(value);
};
