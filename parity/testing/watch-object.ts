import { watchCall } from './watch-calls.ts';

/** The name of a member: the disposal and iteration symbols have one name in both colours. */
const colorlessName = (key: PropertyKey): string =>
  typeof key === 'symbol'
    ? String(key).replace(/async([A-Z])/, (_, first: string) => first.toLowerCase())
    : String(key);

const isFixed = (target: object, key: PropertyKey): boolean => {
  const descriptor = Reflect.getOwnPropertyDescriptor(target, key);
  return descriptor?.configurable === false && descriptor.writable === false;
};

/**
 * An object of a side that behaves as it does and whose uses are written down. Private members work, as methods run on the object
 * itself.
 */
export const watchObject = <T extends object>(source: T): T => {
  // The same method is the same function each time it is read.
  const methods = new Map<PropertyKey, { readonly raw: unknown; readonly watched: unknown }>();
  const watched: T = new Proxy(source, {
    get: (target, key) => {
      // A proxy may not answer otherwise here; the look at `constructor` or a tag is the test library's.
      if (isFixed(target, key) || key === 'constructor' || key === Symbol.toStringTag) {
        return Reflect.get(target, key, target);
      }
      const known = methods.get(key);
      const read = (): unknown => Reflect.get(target, key, target);
      const raw = hasGetter(target, key) ? watchCall(colorlessName(key), [], read) : read();
      if (typeof raw !== 'function') return raw;
      if (known?.raw === raw) return known.watched;
      const method = (...args: unknown[]): unknown => {
        const answer = watchCall(colorlessName(key), args, (given) => Reflect.apply(raw, target, given));
        return answer === target ? watched : answer;
      };
      methods.set(key, { raw, watched: method });
      return method;
    },
    set: (target, key, value) => Reflect.set(target, key, value, target),
  });
  return watched;
};

/** Whether a property is computed: a look at a plain field is no use of a side. */
const hasGetter = (target: object, key: PropertyKey): boolean => {
  for (let owner: object | null = target; owner !== null; owner = Object.getPrototypeOf(owner)) {
    const descriptor = Reflect.getOwnPropertyDescriptor(owner, key);
    if (descriptor !== undefined) return descriptor.get !== undefined;
  }
  return false;
};
