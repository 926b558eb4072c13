import ts from 'typescript-6';

/** A class, as reflection sees it. */
export type AnyClass = abstract new (...args: never[]) => object;

/** The names of the methods that instances of a class have, inherited ones included. */
export const methodNames = (type: AnyClass): readonly string[] => {
  const names = new Set<string>();
  for (
    let prototype: object | null = type.prototype;
    prototype !== null && prototype !== Object.prototype;
    prototype = Object.getPrototypeOf(prototype)
  ) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (name !== 'constructor' && typeof value === 'function') names.add(name);
    }
  }
  return [...names].sort();
};

/** The parameters of a method or, for `constructor`, of the class: each as written, with its default. */
export const parametersOf = (type: AnyClass, member: string): readonly string[] => {
  // The text that the engine itself keeps of a function is the only reflection of parameter names there is.
  const source = member === 'constructor' ? `(${type})` : `({ ${Reflect.get(type.prototype, member)} })`;
  const file = ts.createSourceFile('member.js', source, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
  const find = (node: ts.Node): ts.ConstructorDeclaration | ts.MethodDeclaration | undefined =>
    ts.isConstructorDeclaration(node) || (member !== 'constructor' && ts.isMethodDeclaration(node))
      ? node
      : ts.forEachChild(node, find);
  const declaration = find(file);
  if (declaration === undefined) throw new Error(`${type.name} has no readable member '${member}'`);
  return declaration.parameters.map(({ dotDotDotToken, name, initializer }) => {
    const written = `${dotDotDotToken === undefined ? '' : '...'}${name.getText(file)}`;
    return initializer === undefined ? written : `${written} = ${initializer.getText(file)}`;
  });
};
