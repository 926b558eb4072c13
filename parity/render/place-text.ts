import type { Finding, Place } from '../report-model.ts';

/**
 * A place as terminals and editors make it clickable.
 *
 * @example
 * ```ts
 * placeText({ file: 'src/a.ts', line: 3, column: 5 }); // 'src/a.ts:3:5'
 * ```
 */
export const placeText = (place: Pick<Finding, 'file' | 'line' | 'column'> | Place): string => {
  if (place.file === null) return '';
  if (place.line === null) return place.file;
  return place.column === null
    ? `${place.file}:${place.line}`
    : `${place.file}:${place.line}:${place.column}`;
};

/** The places of a finding's two sides, `''` where a side has none. */
export const sidePlaces = (finding: Finding): { readonly sync: string; readonly async: string } => {
  const own = placeText(finding);
  const other = finding.counterpart ? placeText(finding.counterpart) : '';
  return finding.side === 'sync' ? { sync: own, async: other } : { sync: other, async: own };
};
