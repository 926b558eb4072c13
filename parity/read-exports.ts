import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { closeCompiler } from './compiler/close-compiler.ts';
import {
  API,
  isClassDeclaration,
  isExportDeclaration,
  isFunctionDeclaration,
  isIdentifier,
  isInterfaceDeclaration,
  isNamedExports,
  isVariableStatement,
  type Node,
  type SourceFile,
  SyntaxKind,
} from './compiler/typescript.ts';
import type { ExportKind, ModuleExports } from './discover-pairs.ts';
import { isSource, sourceFiles } from './source-files.ts';

const isExported = (modifiers: readonly Node[] = []): boolean =>
  modifiers.some((each) => each.kind === SyntaxKind.ExportKeyword) &&
  !modifiers.some((each) => each.kind === SyntaxKind.DefaultKeyword);

const kindOfValue = (initializer: Node | undefined): ExportKind => {
  switch (initializer?.kind) {
    case SyntaxKind.ArrowFunction:
    case SyntaxKind.FunctionExpression:
      return 'function';
    case SyntaxKind.ObjectLiteralExpression:
      return 'object';
    case SyntaxKind.ClassExpression:
      return 'class';
    default:
      return 'other';
  }
};

interface Declared {
  readonly name: string;
  readonly kind: ExportKind;
  readonly exported: boolean;
  /** The names of its methods. */
  readonly methods: readonly string[];
}

type Named = Node & { readonly name?: Node; readonly initializer?: Node };

const METHODS: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.MethodDeclaration, SyntaxKind.MethodSignature]);

/** The methods among members, and the properties that hold a function. */
const methodNames = (members: readonly Node[] = []): readonly string[] =>
  members.flatMap((member) => {
    const { name, initializer } = member as Named;
    const isMethod = METHODS.has(member.kind) || kindOfValue(initializer) === 'function';
    return isMethod && name !== undefined && isIdentifier(name) ? [name.text] : [];
  });

const declared = (statement: Node): readonly Declared[] => {
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
  if (!isVariableStatement(statement)) return [];
  const exported = isExported(statement.modifiers);
  return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
    isIdentifier(name)
      ? [
          {
            name: name.text,
            kind: kindOfValue(initializer),
            exported,
            methods: methodNames(
              (initializer as { readonly properties?: readonly Node[] } | undefined)?.properties,
            ),
          },
        ]
      : [],
  );
};

/** `export { a, b as c }` of names that the module itself declares. */
const listedExports = (statement: Node): readonly (readonly [name: string, local: string])[] => {
  if (!isExportDeclaration(statement) || statement.moduleSpecifier !== undefined) return [];
  const { exportClause } = statement;
  if (exportClause === undefined || !isNamedExports(exportClause)) return [];
  return exportClause.elements.map(
    ({ name, propertyName }) => [name.text, (propertyName ?? name).text] as const,
  );
};

/** What a module exports, by the names under which it does. */
const exportedBy = (file: SourceFile): readonly (readonly [name: string, declared: Declared])[] => {
  const all = file.statements.flatMap(declared);
  const own = all.filter(({ exported }) => exported).map((each) => [each.name, each] as const);
  const listed = file.statements
    .flatMap(listedExports)
    .flatMap(([name, local]) =>
      all.filter((each) => each.name === local).map((each) => [name, each] as const),
    );
  return [...own, ...listed];
};

/** The source files of a project: those of its `tsconfig.json`, or all below its folder when that has none. */
const projectFiles = (api: API, cwd: string): readonly string[] => {
  const tsconfig = join(cwd, 'tsconfig.json');
  const listed = existsSync(tsconfig) ? api.parseConfigFile(tsconfig).fileNames : [];
  const own = listed.map((file) => relative(cwd, file).replaceAll('\\', '/')).filter(isSource);
  return own.length > 0 ? own.toSorted() : sourceFiles(cwd);
};

/** What each module of a project exports, read from its syntax by the compiler. */
export const readExports = (cwd: string): readonly ModuleExports[] => {
  const api = new API({ cwd });
  try {
    const files = projectFiles(api, cwd);
    const snapshot = api.updateSnapshot({ openFiles: files.map((file) => join(cwd, file)) });
    return files.flatMap((file) => {
      const path = join(cwd, file);
      const source = snapshot.getDefaultProjectForFile(path)?.program.getSourceFile(path);
      if (source === undefined) return [];
      const exported = exportedBy(source);
      return [
        {
          file,
          exports: new Map(exported.map(([name, { kind }]) => [name, kind])),
          methods: new Map(exported.map(([name, { methods }]) => [name, methods])),
        },
      ];
    });
  } finally {
    closeCompiler(api);
  }
};
