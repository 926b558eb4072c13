/**
 * Why the id of a node or a cycle, or the name of an input, cannot be used, or `undefined` where it can.
 *
 * Names become keys of plain objects: `__proto__` would be no key, and JavaScript puts whole numbers before all other
 * keys, so that `results` would not be in plan order.
 */
export const nameProblem = (name: unknown): string | undefined => {
  if (typeof name !== 'string' || name === '') return 'give a string that is not empty.';
  if (name === '__proto__') return "JavaScript reserves it on every object. Choose another, such as 'proto'.";
  if (/^(0|[1-9]\d*)$/.test(name)) {
    return `JavaScript moves whole numbers before all other keys. Choose another, such as 'n${name}'.`;
  }
  return undefined;
};
