import { BadSideError } from '../errors/bad-side-error.ts';

/** A side of a pair, taken apart. */
export interface SideReference {
  /** As the user wrote it. */
  readonly text: string;
  /** The module specifier, such as `node:fs` or `./src/store.ts`. */
  readonly module: string;
  /** The names that lead from the module to the thing: `[]` for the module itself, `['Store']`, `['fs', 'promises']`. */
  readonly path: readonly string[];
  /** How members are named, with one `*` for the shared name, such as `*Sync`; `null` when they are named alike. */
  readonly pattern: string | null;
}

/**
 * Takes a side apart.
 *
 * @throws {BadSideError} when it is not written as a side.
 *
 * @example
 * ```ts
 * parseSide('node:fs#*Sync'); // { module: 'node:fs', path: [], pattern: '*Sync', … }
 * parseSide('./store.ts#Store.*Sync'); // { module: './store.ts', path: ['Store'], pattern: '*Sync', … }
 * ```
 */
export const parseSide = (text: string): SideReference => {
  // A package's own private imports start with a '#', which is no separator.
  const hash = text.indexOf('#', 1);
  const module = (hash === -1 ? text : text.slice(0, hash)).trim();
  const names =
    hash === -1
      ? []
      : text
          .slice(hash + 1)
          .trim()
          .split('.');
  if (module === '') throw new BadSideError(text, 'the module is missing');
  if (names.some((name) => name === '')) throw new BadSideError(text, 'a name after the # is empty');
  const last = names.at(-1);
  const pattern = last?.includes('*') ? last : null;
  const path = pattern === null ? names : names.slice(0, -1);
  if (path.some((name) => name.includes('*')))
    throw new BadSideError(text, 'only the last name may hold a *');
  if (pattern !== null && pattern.split('*').length > 2)
    throw new BadSideError(text, 'it holds more than one *');
  return { text, module, path, pattern: pattern === '*' ? '*' : pattern };
};

/** The shared name that a member's name holds under a pattern, or `null` when it does not follow it. */
export const sharedName = (pattern: string, name: string): string | null => {
  const [before = '', after = ''] = pattern.split('*');
  const fits = name.length > before.length + after.length && name.startsWith(before) && name.endsWith(after);
  if (!fits) return null;
  const shared = name.slice(before.length, name.length - after.length);
  // `async*` and `asyncRead` share `read`: after a lower-case prefix a name starts in camel case.
  return /[a-z]$/.test(before) ? `${shared.charAt(0).toLowerCase()}${shared.slice(1)}` : shared;
};
