import type { Session } from '../compiler/session.ts';
import {
  ModifierFlags,
  type Node,
  type ParameterDeclaration,
  type Signature,
  SignatureKind,
  SymbolFlags,
  SyntaxKind,
  type Type,
} from '../compiler/typescript.ts';
import { hasModifier } from './declarations.ts';
import { expandRest } from './expand-rest.ts';
import type { ParameterShape, Said, SignatureShape, TypeParameterShape } from './surface.ts';

type SignatureNode = Node & {
  readonly parameters?: readonly ParameterDeclaration[];
  readonly type?: Node;
  readonly typeParameters?: readonly (Node & { readonly name: Node; readonly defaultType?: Node })[];
};

const isThis = (node: ParameterDeclaration): boolean =>
  node.name.kind === SyntaxKind.Identifier && node.name.getText() === 'this';

/** A declaration file prints a parameter that is taken apart, and a JavaScript one a nameless parameter, as `__0`. */
const givenName = (name: string): string | null => (/^__\d+$/.test(name) ? null : name);

const isConst = (node: Node | undefined): boolean =>
  node !== undefined && hasModifier(node, ModifierFlags.Const);

/** Reads type parameters; `node` is the declaration that writes them, or a constructor of the class that does. */
export const readTypeParameters = (
  session: Session,
  types: readonly Type[],
  node: SignatureNode | undefined,
): readonly TypeParameterShape[] => {
  const written = node?.typeParameters ?? (node?.parent as SignatureNode | undefined)?.typeParameters;
  return types.map((type, index) => ({
    name: type.getSymbol()?.name ?? 'T',
    type,
    constraint: session.checker.getConstraintOfTypeParameter(type) ?? null,
    fallback: written?.[index]?.defaultType?.getText() ?? null,
    literal: isConst(written?.[index]),
  }));
};

const hasTypeParameters = ({ typeParameters }: Signature): boolean => (typeParameters?.length ?? 0) > 0;

/** A signature and its declaration, as far as it was written and not made by the compiler out of another one. */
interface Written {
  readonly signature: Signature;
  readonly declaration: Node | null;
  readonly node: SignatureNode | null;
  readonly parameters: readonly ParameterDeclaration[];
  /** The written result, where it says the type itself. */
  readonly result: Node | null;
}

const UNSAID: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.TypePredicate, SyntaxKind.ThisType]);

const written = (session: Session, signature: Signature): Written => {
  const declaration = signature.declaration?.resolve(session.project) ?? null;
  const node = declaration as SignatureNode | null;
  const parameters = node?.parameters?.filter((each) => !isThis(each)) ?? [];
  // What was instantiated, or gathers the overloads of a union, has other types than those that are written.
  const asWritten = signature.target === undefined && parameters.length === signature.parameters.length;
  const result = asWritten && node?.type !== undefined && !UNSAID.has(node.type.kind) ? node.type : null;
  return { signature, declaration, node: asWritten ? node : null, parameters, result };
};

type ResultNode = Node & { readonly assertsModifier?: Node; readonly typeArguments?: readonly Node[] };

/** What a written result says; in a reference, such as a promise, of what that is given. */
const saidKind = (node: ResultNode): Said['kind'] => {
  if (node.kind === SyntaxKind.ThisType) return 'this';
  if (node.kind === SyntaxKind.TypePredicate) {
    return node.assertsModifier === undefined ? 'predicate' : 'assertion';
  }
  return node.typeArguments?.some((each) => saidKind(each) === 'this') === true ? 'this' : 'type';
};

const saidBy = (node: Node | undefined): Said | null =>
  node === undefined ? null : { kind: saidKind(node), text: node.getText().replace(/\s+/g, ' ') };

const optionalByNode = (node: ParameterDeclaration): boolean =>
  node.questionToken !== undefined || node.initializer !== undefined;

/** The name as it is written; `null` for a parameter that is taken apart. */
const nameOf = (node: ParameterDeclaration): string | null =>
  node.name.kind === SyntaxKind.Identifier ? givenName(node.name.getText()) : null;

const askedParameters = (session: Session, { signature, parameters }: Written): readonly ParameterShape[] => {
  if (signature.parameters.length === 0) return [];
  const symbols = signature.getParameters();
  const types = session.checker.getTypeOfSymbol(symbols);
  return symbols.map((symbol, index) => {
    const node = parameters[index];
    const optional = node === undefined ? (symbol.flags & SymbolFlags.Optional) !== 0 : optionalByNode(node);
    return {
      name: node === undefined ? givenName(symbol.name) : nameOf(node),
      type: types[index] ?? session.any,
      optional,
      rest: signature.hasRestParameter && index === symbols.length - 1,
    };
  });
};

/**
 * Reads signatures. Each question to the compiler is a round trip, so that all types that are written are asked for at once.
 */
export const readSignatures = (
  session: Session,
  signatures: readonly Signature[],
): readonly SignatureShape[] => {
  const all = signatures.map((signature) => written(session, signature));
  const nodes = all.flatMap(({ node, parameters, result }) => [
    ...(node === null ? [] : parameters),
    ...(result === null ? [] : [result]),
  ]);
  const types = nodes.length === 0 ? [] : session.checker.getTypeAtLocation(nodes);
  let next = 0;
  const take = () => types[next++] ?? session.any;
  return all.map((each) => {
    const { signature, node, result, declaration } = each;
    const parameters =
      node === null
        ? askedParameters(session, each)
        : each.parameters.map(
            (parameter): ParameterShape => ({
              name: nameOf(parameter),
              type: take(),
              optional: optionalByNode(parameter),
              rest: parameter.dotDotDotToken !== undefined,
            }),
          );
    const given = result === null ? session.checker.getReturnTypeOfSignature(signature) : take();
    const thisSymbol = signature.thisParameter === undefined ? undefined : signature.getThisParameter();
    return {
      typeParameters: hasTypeParameters(signature)
        ? readTypeParameters(session, signature.getTypeParameters(), declaration ?? undefined)
        : [],
      thisType: thisSymbol === undefined ? null : (session.checker.getTypeOfSymbol(thisSymbol) ?? null),
      parameters: expandRest(session, parameters),
      result: given ?? session.any,
      abstract: signature.isAbstract,
      says: saidBy((declaration as SignatureNode | null)?.type),
      source: signature,
      declaration,
    };
  });
};

/** Reads how a type can be called. */
export const readCalls = (session: Session, type: Type): readonly SignatureShape[] =>
  readSignatures(session, session.checker.getSignaturesOfType(type, SignatureKind.Call));

/** Reads how a type can be constructed. */
export const readConstructors = (session: Session, type: Type): readonly SignatureShape[] =>
  readSignatures(session, session.checker.getSignaturesOfType(type, SignatureKind.Construct));
