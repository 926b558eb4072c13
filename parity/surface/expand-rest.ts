import type { Session } from '../compiler/session.ts';
import { ElementFlags, type Type } from '../compiler/typescript.ts';
import type { ParameterShape } from './surface.ts';

const isFixed = (flags: ElementFlags): boolean => (flags & (ElementFlags.Rest | ElementFlags.Variadic)) === 0;

/** What a tuple says of each of its elements; `undefined` for any other type. */
const elementFlags = (type: Type): readonly ElementFlags[] | undefined => {
  const target = type.isTypeReference() ? type.getTarget() : undefined;
  if (target?.isTupleType() !== true) return undefined;
  // The compiler leaves those of an empty tuple out.
  return (target.elementFlags as readonly ElementFlags[] | undefined) ?? [];
};

/**
 * Parameters with a rest of known length, `...args: Parameters<typeof read>`, in the place of each its own: that is how they are called.
 * The compiler does not tell what they are called in there.
 */
export const expandRest = (
  session: Session,
  parameters: readonly ParameterShape[],
): readonly ParameterShape[] => {
  const last = parameters.at(-1);
  if (last?.rest !== true || !last.type.isTypeReference()) return parameters;
  const flags = elementFlags(last.type);
  if (flags?.every(isFixed) !== true) return parameters;
  const types = flags.length === 0 ? [] : session.checker.getTypeArguments(last.type);
  return [
    ...parameters.slice(0, -1),
    ...flags.map(
      (flag, index): ParameterShape => ({
        name: null,
        type: types[index] ?? session.any,
        optional: (flag & ElementFlags.Optional) !== 0,
        rest: false,
      }),
    ),
  ];
};
