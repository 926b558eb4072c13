/**
 * The compiler's own API, by the one path under which TypeScript 7.0 exports it. It is marked unstable, which is why the
 * version of `typescript` is pinned and nothing else imports it; from 7.1 on the path is `typescript/sync`.
 */
export type {
  ImportDeclaration,
  Node,
  ParameterDeclaration,
  SourceFile,
} from 'typescript/unstable/ast';
export {
  isBinaryExpression,
  isClassDeclaration,
  isExportDeclaration,
  isExpressionStatement,
  isFunctionDeclaration,
  isIdentifier,
  isInterfaceDeclaration,
  isNamedExports,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isTypeAliasDeclaration,
  isTypeLiteralNode,
  isVariableStatement,
  SyntaxKind,
} from 'typescript/unstable/ast';
export type {
  Checker,
  NodeHandle,
  Project,
  Signature,
  Symbol as CompilerSymbol,
  Type,
} from 'typescript/unstable/sync';
export {
  API,
  ElementFlags,
  ModifierFlags,
  ObjectFlags,
  SignatureKind,
  SymbolFlags,
  TypeFlags,
} from 'typescript/unstable/sync';
