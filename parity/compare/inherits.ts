import type { Type } from '../compiler/typescript.ts';

/** Whether a class, or interface, inherits from another, however far down. */
export const inherits = (derived: Type, base: Type): boolean =>
  (derived.getBaseTypes() ?? []).some((each) => {
    const same = each.getSymbol()?.id === base.getSymbol()?.id;
    return same || inherits(each, base);
  });
