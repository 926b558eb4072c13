import {
  isBinaryExpression,
  isExpressionStatement,
  isIdentifier,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isVariableStatement,
  type Node,
  SyntaxKind,
} from './compiler/typescript.ts';
import { type Declared, valued } from './declared-names.ts';

type Exported = readonly [name: string, declared: Declared];

type Property = Node & { readonly name?: Node; readonly initializer?: Node };

const isNamed = (node: Node, name: string): boolean => isIdentifier(node) && node.text === name;

/** `exports`, or `module.exports`. */
const isExports = (node: Node): boolean =>
  isNamed(node, 'exports') ||
  (isPropertyAccessExpression(node) && isNamed(node.expression, 'module') && isNamed(node.name, 'exports'));

/** The value of a variable at the top of a module. */
const variable = (statements: readonly Node[], name: string): Node | undefined =>
  statements
    .flatMap((each) => (isVariableStatement(each) ? each.declarationList.declarations : []))
    .find((each) => isNamed(each.name, name))?.initializer;

/**
 * What a CommonJS module exports by name: `exports.read = …`, `module.exports.read = …` and `module.exports = { read }`.
 *
 * @param locals - the names that the module declares
 */
export const commonJsExports = (
  statements: readonly Node[],
  locals: readonly Declared[],
): readonly Exported[] => {
  const given = (name: string, value: Node | undefined): Exported => {
    const local =
      value !== undefined && isIdentifier(value)
        ? locals.find((each) => each.name === value.text)
        : undefined;
    return [name, local ?? valued(name, value)];
  };

  const property = (node: Property): readonly Exported[] => {
    if (node.name === undefined || !isIdentifier(node.name)) return [];
    if (node.kind === SyntaxKind.ShorthandPropertyAssignment) return [given(node.name.text, node.name)];
    // A method has no value of its own: it is one.
    return [given(node.name.text, node.kind === SyntaxKind.MethodDeclaration ? node : node.initializer)];
  };

  /** What an object holds, written in place or as a variable of the module. */
  const object = (value: Node): readonly Exported[] => {
    const held = isIdentifier(value) ? variable(statements, value.text) : value;
    if (held === undefined || !isObjectLiteralExpression(held)) return [];
    return held.properties.flatMap((each) => property(each));
  };

  return statements.flatMap((statement): readonly Exported[] => {
    const assignment = isExpressionStatement(statement) ? statement.expression : undefined;
    if (assignment === undefined || !isBinaryExpression(assignment)) return [];
    const { left, operatorToken, right } = assignment;
    if (operatorToken.kind !== SyntaxKind.EqualsToken || !isPropertyAccessExpression(left)) return [];
    if (isExports(left.expression) && isIdentifier(left.name)) return [given(left.name.text, right)];
    return isExports(left) ? object(right) : [];
  });
};
