import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { commonJsExports } from './common-js-exports.ts';
import { closeCompiler } from './compiler/close-compiler.ts';
import {
  API,
  isExportDeclaration,
  isNamedExports,
  type Node,
  type SourceFile,
} from './compiler/typescript.ts';
import { type Declared, declared } from './declared-names.ts';
import type { ModuleExports } from './discover-pairs.ts';
import { isSource, sourceFiles } from './source-files.ts';

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
  return [...own, ...listed, ...commonJsExports(file.statements, all)];
};

/** The source files of a project: those of its `tsconfig.json`, or all below its folder when that has none. */
const projectFiles = (api: API, cwd: string): readonly string[] => {
  const tsconfig = join(cwd, 'tsconfig.json');
  const listed = existsSync(tsconfig) ? api.parseConfigFile(tsconfig).fileNames : [];
  const own = listed
    .map((file) => relative(cwd, file).replaceAll('\\', '/'))
    .filter((file) => isSource(cwd, file));
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
