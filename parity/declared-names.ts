import {
  isClassDeclaration,
  isFunctionDeclaration,
  isIdentifier,
  isInterfaceDeclaration,
  isTypeAliasDeclaration,
  isTypeLiteralNode,
  isVariableStatement,
  type Node,
  SyntaxKind,
} from './compiler/typescript.ts';
import type { ExportKind } from './discover-pairs.ts';

const isExported = (modifiers: readonly Node[] = []): boolean =>
  modifiers.some((each) => each.kind === SyntaxKind.ExportKeyword) &&
  !modifiers.some((each) => each.kind === SyntaxKind.DefaultKeyword);

const kindOfValue = (initializer: Node | undefined): ExportKind => {
  switch (initializer?.kind) {
    case SyntaxKind.ArrowFunction:
    case SyntaxKind.FunctionExpression:
    case SyntaxKind.MethodDeclaration:
      return 'function';
    case SyntaxKind.ObjectLiteralExpression:
      return 'object';
    case SyntaxKind.ClassExpression:
      return 'class';
    default:
      return 'other';
  }
};

/** A name that a module declares, as far as its syntax tells. */
export interface Declared {
  readonly name: string;
  readonly kind: ExportKind;
  readonly exported: boolean;
  /** The names of its methods. */
  readonly methods: readonly string[];
}

type Named = Node & { readonly name?: Node; readonly initializer?: Node; readonly type?: Node };

const METHODS: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.MethodDeclaration, SyntaxKind.MethodSignature]);

/** The methods among members, and the properties that hold a function. */
const methodNames = (members: readonly Node[] = []): readonly string[] =>
  members.flatMap((member) => {
    const { name, initializer, type } = member as Named;
    const isMethod =
      METHODS.has(member.kind) ||
      kindOfValue(initializer) === 'function' ||
      type?.kind === SyntaxKind.FunctionType;
    return isMethod && name !== undefined && isIdentifier(name) ? [name.text] : [];
  });

type Members = { readonly properties?: readonly Node[]; readonly members?: readonly Node[] };

/** What a name stands for that is given a value. */
export const valued = (name: string, value: Node | undefined): Declared => {
  const { properties, members } = (value ?? {}) as Members;
  return { name, kind: kindOfValue(value), exported: true, methods: methodNames(properties ?? members) };
};

/** The names that a statement declares. */
export const declared = (statement: Node): readonly Declared[] => {
  if (
    isClassDeclaration(statement) ||
    isInterfaceDeclaration(statement) ||
    isFunctionDeclaration(statement)
  ) {
    const kind = isClassDeclaration(statement)
      ? 'class'
      : isInterfaceDeclaration(statement)
        ? 'interface'
        : 'function';
    const exported = isExported(statement.modifiers);
    const methods =
      kind === 'function' ? [] : methodNames((statement as { readonly members?: readonly Node[] }).members);
    return statement.name === undefined ? [] : [{ name: statement.name.text, kind, exported, methods }];
  }
  if (isTypeAliasDeclaration(statement)) {
    const methods = isTypeLiteralNode(statement.type) ? methodNames(statement.type.members) : [];
    // Most aliases only describe data, or are put together from other types.
    if (methods.length === 0) return [];
    return [
      { name: statement.name.text, kind: 'interface', exported: isExported(statement.modifiers), methods },
    ];
  }
  if (!isVariableStatement(statement)) return [];
  const exported = isExported(statement.modifiers);
  return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
    isIdentifier(name) ? [{ ...valued(name.text, initializer), exported }] : [],
  );
};
