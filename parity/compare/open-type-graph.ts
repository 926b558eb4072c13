import { printer } from '../compiler/print.ts';
import type { Session } from '../compiler/session.ts';
import {
  type Node,
  ObjectFlags,
  SignatureKind,
  SymbolFlags,
  SyntaxKind,
  type Type,
  TypeFlags,
} from '../compiler/typescript.ts';
import { readConstructors, readSignatures } from '../surface/read-signature.ts';
import { promisedBy } from './promised.ts';
import { has, hasObject, type TypeGraph } from './type-graph.ts';

type TypeLiteralNode = Node & { readonly members?: readonly Node[] };

const RECORD: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.PropertySignature, SyntaxKind.MethodSignature]);

const cached = <Answer>(ask: (type: Type) => Answer): ((type: Type) => Answer) => {
  const answers = new Map<number, { readonly answer: Answer }>();
  return (type) => {
    const known = answers.get(type.id) ?? { answer: ask(type) };
    answers.set(type.id, known);
    return known.answer;
  };
};

/** Opens the types of a session as a graph. */
export const typeGraph = (session: Session): TypeGraph => {
  const { checker } = session;
  const { any } = session;
  /** What a type is written as where it stands, seen in the source, without a question. */
  const literal = cached((type): TypeLiteralNode | undefined => {
    const symbol = hasObject(type, ObjectFlags.Anonymous) ? type.getSymbol() : undefined;
    if (symbol === undefined || (symbol.flags & SymbolFlags.TypeLiteral) === 0) return undefined;
    return symbol.declarations[0]?.resolve(session.project);
  });
  /** Whether it is written as a literal of properties alone. */
  const isRecord = (type: Type): boolean =>
    literal(type)?.members?.every(({ kind }) => RECORD.has(kind)) === true;
  /** Whether it is written as `(…) => …`, which has one signature and nothing else. */
  const isFunction = (type: Type): boolean => literal(type)?.kind === SyntaxKind.FunctionType;
  const propertySymbols = cached((type) => (isFunction(type) ? [] : checker.getPropertiesOfType(type)));
  const graph: TypeGraph = {
    arguments: cached((type) =>
      hasObject(type, ObjectFlags.Reference) && type.isTypeReference() ? checker.getTypeArguments(type) : [],
    ),
    constituents: cached((type) =>
      type.isUnionType() || type.isIntersectionType() ? type.getTypes() : [type],
    ),
    defined: cached((type) => {
      const parts = graph.constituents(type);
      const left = parts.filter((each) => !has(each, TypeFlags.Undefined));
      const [only] = left;
      if (left.length === parts.length || only === undefined) return type;
      // The compiler takes `null` away as well: where that is one of several, nothing is taken away.
      if (left.length > 1 && left.some((each) => has(each, TypeFlags.Null))) return type;
      return left.length === 1 ? only : (checker.getNonNullableType(type) ?? type);
    }),
    propertyNames: cached((type) => propertySymbols(type).map(({ name }) => name)),
    properties: cached((type) => {
      const symbols = propertySymbols(type);
      if (symbols.length === 0) return [];
      const types = checker.getTypeOfSymbol(symbols);
      return symbols.map((symbol, index) => ({
        name: symbol.name,
        type: types[index] ?? any,
        optional: (symbol.flags & SymbolFlags.Optional) !== 0,
      }));
    }),
    calls: cached((type) =>
      isRecord(type) ? [] : readSignatures(session, checker.getSignaturesOfType(type, SignatureKind.Call)),
    ),
    constructors: cached((type) =>
      isRecord(type) || isFunction(type) ? [] : readConstructors(session, type),
    ),
    indexes: cached((type) =>
      isRecord(type) || isFunction(type)
        ? []
        : checker
            .getIndexInfosOfType(type)
            .map(({ keyType, valueType }) => ({ key: keyType, value: valueType })),
    ),
    symbol: cached((type) => type.getSymbol()),
    text: cached(printer(session).text),
    isTuple: cached(
      (type) =>
        hasObject(type, ObjectFlags.Reference) &&
        type.isTypeReference() &&
        hasObject(type.getTarget(), ObjectFlags.Tuple),
    ),
    isInferred: cached(
      (type) =>
        type.getSymbol()?.declarations[0]?.resolve(session.project)?.parent?.kind === SyntaxKind.InferType,
    ),
    promised: cached((type) => promisedBy(graph, type)),
  };
  return graph;
};
