import { type Node, SyntaxKind } from '../compiler/typescript.ts';
import { initializerOf } from './declarations.ts';
import { implementationOf } from './implementation-of.ts';

type Named = Node & {
  readonly name?: Node;
  readonly propertyName?: Node;
  readonly elements?: readonly Node[];
};

/** Source text without what does not matter: spacing, the kind of quotes, the mark of a colour on a name. */
const normalized = (node: Node): string =>
  node
    .getText()
    .replace(/\s+/g, ' ')
    .replace(/["`]/g, "'")
    .replace(/\b(Async|Sync)(?=[A-Z])/g, '');

/** The parameters that a caller gives: `this` is none of them. */
const givenParameters = (declarations: readonly Node[]): readonly Named[] =>
  (implementationOf(declarations)?.parameters ?? []).filter(
    (parameter) => (parameter as Named).name?.getText() !== 'this',
  );

const patternDefaults = (pattern: Named, owner: string): readonly (readonly [string, string])[] =>
  (pattern.elements ?? []).flatMap((element) => {
    const { name, propertyName } = element as Named;
    const value = initializerOf(element);
    const key = (propertyName ?? name)?.getText() ?? '';
    return value === undefined ? [] : [[`${owner}.${key}`, normalized(value)] as const];
  });

/**
 * The defaults of a member's parameters as they are written, by the name of the parameter (by its place when it is taken
 * apart, with the defaults of its parts); `null` where nothing is implemented: a declaration file does not say them.
 */
export const defaultsOf = (declarations: readonly Node[]): ReadonlyMap<string, string> | null => {
  if (implementationOf(declarations) === null) return null;
  return new Map(
    givenParameters(declarations).flatMap((parameter, index) => {
      const { name } = parameter;
      if (name === undefined) return [];
      const plain = name.kind === SyntaxKind.Identifier;
      const key = plain ? name.getText() : `parameter ${index + 1}`;
      const value = initializerOf(parameter);
      const own = value === undefined ? [] : [[key, normalized(value)] as const];
      return plain ? own : [...own, ...patternDefaults(name as Named, key)];
    }),
  );
};

/** The names of the parameters of an implementation, in order, under the keys that `defaultsOf` uses. */
export const implementedParameters = (declarations: readonly Node[]): readonly string[] =>
  givenParameters(declarations).map(({ name }, index) => {
    return name?.kind === SyntaxKind.Identifier ? name.getText() : `parameter ${index + 1}`;
  });
