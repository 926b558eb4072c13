import type { Session } from '../compiler/session.ts';
import {
  type CompilerSymbol,
  type Node,
  type ParameterDeclaration,
  type Signature,
  SignatureKind,
  SymbolFlags,
  SyntaxKind,
  type Type,
} from '../compiler/typescript.ts';
import type { ParameterShape, SignatureShape, TypeParameterShape } from './surface.ts';

type SignatureNode = Node & {
  readonly parameters?: readonly ParameterDeclaration[];
  readonly typeParameters?: readonly (Node & { readonly name: Node; readonly defaultType?: Node })[];
};

const isThis = (node: ParameterDeclaration): boolean =>
  node.name.kind === SyntaxKind.Identifier && node.name.getText() === 'this';

/** A declaration file prints a parameter that is taken apart, and a JavaScript one a nameless parameter, as `__0`. */
const givenName = (name: string): string | null => (/^__\d+$/.test(name) ? null : name);

const readTypeParameters = (
  session: Session,
  signature: Signature,
  node: SignatureNode | undefined,
): readonly TypeParameterShape[] => {
  if (signature.typeParameters === undefined || signature.typeParameters.length === 0) return [];
  return signature.getTypeParameters().map((type, index) => ({
    name: type.getSymbol()?.name ?? 'T',
    type,
    constraint: session.checker.getConstraintOfTypeParameter(type) ?? null,
    fallback: node?.typeParameters?.[index]?.defaultType?.getText() ?? null,
  }));
};

const readParameter = (
  symbol: CompilerSymbol,
  type: Type,
  node: ParameterDeclaration | undefined,
  rest: boolean,
): ParameterShape => {
  const taken = node !== undefined && node.name.kind !== SyntaxKind.Identifier;
  return {
    name: taken ? null : givenName(symbol.name),
    type,
    optional:
      node === undefined
        ? (symbol.flags & SymbolFlags.Optional) !== 0
        : node.questionToken !== undefined || node.initializer !== undefined,
    rest,
  };
};

/** Reads signatures, asking the compiler for the types of all their parameters at once. */
export const readSignatures = (
  session: Session,
  signatures: readonly Signature[],
): readonly SignatureShape[] => {
  const symbols = signatures.map((signature) =>
    signature.parameters.length === 0 ? [] : signature.getParameters(),
  );
  const flat = symbols.flat();
  const types = flat.length === 0 ? [] : session.checker.getTypeOfSymbol(flat);
  const { any } = session;
  let offset = 0;
  return signatures.map((signature, index) => {
    const own = symbols[index] ?? [];
    const first = offset;
    offset += own.length;
    const declaration = signature.declaration?.resolve(session.project) ?? null;
    const node = declaration as SignatureNode | null;
    const written = node?.parameters?.filter((each) => !isThis(each)) ?? [];
    const thisSymbol = signature.thisParameter === undefined ? undefined : signature.getThisParameter();
    return {
      typeParameters: readTypeParameters(session, signature, node ?? undefined),
      thisType: thisSymbol === undefined ? null : (session.checker.getTypeOfSymbol(thisSymbol) ?? null),
      parameters: own.map((symbol, position) =>
        readParameter(
          symbol,
          types[first + position] ?? any,
          written[position],
          signature.hasRestParameter && position === own.length - 1,
        ),
      ),
      result: session.checker.getReturnTypeOfSignature(signature) ?? any,
      abstract: signature.isAbstract,
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
