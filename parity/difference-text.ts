import type { DifferenceText } from './check-facts.ts';
import type { Difference } from './compare/first-difference.ts';
import type { Type } from './compiler/typescript.ts';

/** A difference in words; `null` where those do not tell it, as for two types of one name. */
export const differenceText = (
  { path, sync, async }: Difference,
  text: (type: Type) => string,
): DifferenceText | null => {
  const words = {
    sync: sync === null ? null : text(sync),
    async: async === null ? null : text(async),
  };
  return words.sync === words.async ? null : { path: path.join('.'), ...words };
};
