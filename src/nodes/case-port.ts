/**
 * The port of a case of a `SwitchNode`: characters other than letters, digits and `_` become `_`.
 *
 * @example
 * ```ts
 * casePort('on hold'); // 'case_on_hold'
 * ```
 */
export const casePort = (value: unknown): string => `case_${String(value).replace(/[^A-Za-z0-9_]/g, '_')}`;
