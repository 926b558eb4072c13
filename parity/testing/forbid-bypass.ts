import { currentTest, insideSide } from './current-test.ts';
import { ParityError } from './parity-error.ts';

type Class = abstract new (...args: never[]) => object;

/** The objects that kits have given to tests. */
const admitted = new WeakSet<object>();

/** The prototypes of the classes in kits. */
const guarded = new Set<object>();

/** Lets tests use an object, which a kit has given to them. */
export const admit = (made: object): undefined => {
  admitted.add(made);
};

/** Whether a value is an object of a class in a kit. */
export const isGuarded = (value: unknown): value is object => {
  for (
    let each: unknown = value;
    typeof each === 'object' && each !== null;
    each = Object.getPrototypeOf(each)
  ) {
    if (guarded.has(each)) return true;
  }
  return false;
};

const refuse = (owner: Class, key: string, member: string): never => {
  throw new ParityError(
    `'${currentTest.getStore()?.test}' uses '${member}' of a ${owner.name} that it did not get from its kit, so that it speaks of one side only. Make it with '${key}' of the kit that the suite is given.`,
  );
};

type Guarded = (this: unknown, ...args: unknown[]) => unknown;

const guard = (raw: Guarded, owner: Class, key: string, member: string): Guarded => {
  const method: Guarded = function (this: unknown, ...args) {
    const foreign = typeof this === 'object' && this !== null && !admitted.has(this);
    // A side may use itself as it likes: what runs inside of it is no test.
    if (foreign && currentTest.getStore() !== undefined && insideSide.getStore() !== true) {
      refuse(owner, key, member);
    }
    return Reflect.apply(raw, this, args);
  };
  Object.defineProperty(method, 'name', { value: raw.name });
  Object.defineProperty(method, 'length', { value: raw.length });
  return method;
};

const guardPrototype = (owner: Class, key: string, prototype: object): undefined => {
  for (const name of Reflect.ownKeys(prototype)) {
    const descriptor = Reflect.getOwnPropertyDescriptor(prototype, name);
    if (name === 'constructor' || descriptor?.configurable !== true) continue;
    const wrap = (raw: unknown): Guarded => guard(raw as Guarded, owner, key, String(name));
    if (typeof descriptor.value === 'function') descriptor.value = wrap(descriptor.value);
    if (descriptor.get !== undefined) descriptor.get = wrap(descriptor.get);
    if (descriptor.set !== undefined) descriptor.set = wrap(descriptor.set);
    Object.defineProperty(prototype, name, descriptor);
  }
};

/**
 * Makes each member of a class refuse to work for a test on an object that the kit did not make. It stays so for the process,
 * which is one test file's. Members that are fields of the object, and classes without members, cannot be guarded; a test
 * that uses nothing of its kit fails for that reason.
 */
export const forbidBypass = (owner: Class, key: string): undefined => {
  if (guarded.has(owner.prototype)) return;
  guarded.add(owner.prototype);
  guardPrototype(owner, key, owner.prototype);
};
