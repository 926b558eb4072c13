/**
 * The way to a value inside another, as JavaScript would write it.
 *
 * @example
 * ```ts
 * pathText('inputs', ['user', 'first name', 0]); // 'inputs.user["first name"][0]'
 * ```
 */
export const pathText = (root: string, path: readonly (string | number)[]): string =>
  root +
  path
    .map((key) =>
      typeof key === 'string' && /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`,
    )
    .join('');
