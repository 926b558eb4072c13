import type { Node } from '../compiler/typescript.ts';

/** The comment stands on the statement when a declaration is one of several in it: `const read = () => …`. */
const commentsOf = (declaration: Node): readonly string[] => {
  for (
    let node: Node | undefined = declaration, up = 0;
    node !== undefined && up < 3;
    node = node.parent, up += 1
  ) {
    if (node.jsDoc !== undefined && node.jsDoc.length > 0)
      // Of several comments the last is about what follows, as the compiler has it.
      return node.jsDoc.slice(-1).map((comment) => comment.getText());
    if (up === 0 && !/Variable/.test(node.constructor.name) && !isVariable(node)) return [];
  }
  return [];
};

const isVariable = (node: Node): boolean => {
  const parent: Node | undefined = node.parent;
  return parent !== undefined && 'declarations' in parent && Array.isArray(parent.declarations);
};

/** Whether every declaration of a member is marked `@deprecated`: one overload alone is no verdict on the member. */
export const isDeprecated = (declarations: readonly Node[]): boolean =>
  declarations.length > 0 &&
  declarations.every((node) => commentsOf(node).some((comment) => /^[\s/*]*@deprecated\b/m.test(comment)));

/** `import('../errors/Missing').Missing`, or the module alone, which is read as what it is named for. */
const IMPORTED = /^import\(\s*['"](?:[^'"]*\/)?([^'"/.]+)[^'"/]*['"]\s*\)(?:\.([\w$]+))?$/;

/** The errors that the comments of a member say it throws, by `@throws {Type}`; sorted, the mark of a colour left out. */
export const thrownErrors = (declarations: readonly Node[]): readonly string[] => {
  const found = declarations
    .flatMap(commentsOf)
    .flatMap((comment) => [...comment.matchAll(/^[\s/*]*@(?:throws|exception)\s+\{([^}]+)\}/gm)])
    .flatMap(([, types = '']) => types.split('|'))
    .map((type) => type.trim().replace(IMPORTED, (_, file: string, name?: string) => name ?? file))
    .map((type) => type.replace(/\b(Async|Sync)(?=[A-Z])/g, ''));
  return [...new Set(found)].filter((type) => type !== '').sort();
};
