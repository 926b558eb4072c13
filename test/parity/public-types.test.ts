import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript-6';

const PARITY = join(import.meta.dirname, '..', '..', 'parity');

/** The names that a file exports, and the types of this folder that the exported declarations of a file are made of. */
const typesIn = (program: ts.Program, file: string): readonly string[] => {
  const checker = program.getTypeChecker();
  const entry = checker.getSymbolAtLocation(program.getSourceFile(file) as ts.SourceFile) as ts.Symbol;
  const exported = new Set<ts.Symbol>();
  for (const symbol of checker.getExportsOfModule(entry)) {
    exported.add(symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);
  }
  const missing = new Set<string>();
  const visit = (node: ts.Node, from: string): undefined => {
    // Of `keyof T` the names are public, and T is not.
    if (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.KeyOfKeyword) return;
    if (ts.isTypeReferenceNode(node) || ts.isExpressionWithTypeArguments(node)) {
      const name = ts.isTypeReferenceNode(node) ? node.typeName : node.expression;
      const found = checker.getSymbolAtLocation(name);
      const symbol =
        found !== undefined && found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found;
      const place = symbol?.declarations?.[0];
      const isOurs = place?.getSourceFile().fileName.startsWith(PARITY) === true;
      if (symbol !== undefined && isOurs && !ts.isTypeParameterDeclaration(place as ts.Node)) {
        if (!exported.has(symbol)) missing.add(`${symbol.name}, of ${from}`);
      }
    }
    ts.forEachChild(node, (child) => visit(child, from));
  };
  for (const symbol of exported) {
    for (const declaration of symbol.declarations ?? []) {
      // Interfaces and aliases alone: what is inside of a function is nobody's business.
      if (ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration)) {
        visit(declaration, symbol.name);
      }
    }
  }
  return [...missing];
};

test('every type that the public types of the toolkit are made of is public as well', () => {
  const file = join(PARITY, 'index.ts');
  const program = ts.createProgram([file], {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    allowImportingTsExtensions: true,
    noEmit: true,
    types: [],
  });
  assert.deepEqual(typesIn(program, file), []);
});
