import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CompilerError } from '../errors/compiler-error.ts';
import { ToolkitError } from '../errors/toolkit-error.ts';
import { UnknownProjectError } from '../errors/unknown-project-error.ts';
import { relativePath } from '../surface/place.ts';
import { assertProject } from './assert-project.ts';
import { closeCompiler } from './close-compiler.ts';
import {
  API,
  type Checker,
  type CompilerSymbol,
  type ImportDeclaration,
  type Project,
  type SourceFile,
  type Type,
} from './typescript.ts';

/** What every project had until TypeScript 6, whose `types` are none unless the project says so: `Buffer`, `node:fs`. */
const NODE_TYPES = '/// <reference types="node" />\n';

/** Names no file: the compiler asks for it, and is answered from memory. */
const PROBE = '__lockstep_probe__';

/** What holds for a project without a config of its own. */
const DEFAULTS = {
  strict: true,
  target: 'esnext',
  lib: ['esnext', 'dom', 'dom.iterable', 'dom.asynciterable'],
  module: 'nodenext',
  moduleResolution: 'nodenext',
  esModuleInterop: true,
  types: ['*'],
};

/** What holds whatever the project says: nothing is written, and a side may be a `.ts` or a JavaScript file. */
const FIXED = {
  noEmit: true,
  composite: false,
  incremental: false,
  declaration: false,
  declarationMap: false,
  emitDeclarationOnly: false,
  skipLibCheck: true,
  allowJs: true,
  allowImportingTsExtensions: true,
  strictNullChecks: true,
  rootDir: null,
};

/** An open program of the compiler over all modules of a run. */
export interface Session {
  readonly cwd: string;
  readonly project: Project;
  readonly checker: Checker;
  /** The file that imports the modules: a place to look at types from. */
  readonly probe: SourceFile;
  /** The type `any`: what the compiler gives for what it does not know. */
  readonly any: Type;
  /** The symbol of a module that the session was opened with; `undefined` when it does not resolve. */
  readonly moduleSymbol: (module: string) => CompilerSymbol | undefined;
  /** Lets the compiler forget the program. */
  readonly release: () => void;
}

/** Which project the sides are read in. */
export interface SessionOptions {
  /** The folder that relative modules start from, absolute. */
  readonly cwd: string;
  /** The project whose compiler options hold; by default the nearest `tsconfig.json`, or else strict defaults. */
  readonly tsconfig?: string | undefined;
  /** Texts that stand for those on disk, by absolute path. */
  readonly overlay?: ReadonlyMap<string, string> | undefined;
}

const nearestConfig = (folder: string): string | null => {
  const file = join(folder, 'tsconfig.json');
  if (existsSync(file)) return file;
  const parent = dirname(folder);
  return parent === folder ? null : nearestConfig(parent);
};

const configOf = ({ cwd, tsconfig }: SessionOptions): string | null => {
  if (tsconfig === undefined) return nearestConfig(cwd);
  const file = resolve(cwd, tsconfig);
  if (!existsSync(file)) throw new UnknownProjectError(relativePath(cwd, file));
  return file;
};

const probeFiles = (
  modules: readonly string[],
  options: SessionOptions,
  config: string | null,
): ReadonlyMap<string, string> => {
  const compilerOptions = config === null ? { ...DEFAULTS, ...FIXED } : FIXED;
  const settings = {
    ...(config === null ? {} : { extends: config }),
    compilerOptions,
    files: [`./${PROBE}.ts`],
    include: [],
    references: [],
  };
  const imports = modules.map((module, index) => `import * as m${index} from ${JSON.stringify(module)};\n`);
  return new Map([
    ...(options.overlay ?? []),
    [join(options.cwd, `${PROBE}.json`), JSON.stringify(settings)],
    [join(options.cwd, `${PROBE}.ts`), NODE_TYPES + imports.join('')],
  ]);
};

const openSession = (
  api: API,
  modules: readonly string[],
  options: SessionOptions,
  config: string | null,
): Session => {
  const snapshot = api.updateSnapshot({ openProject: join(options.cwd, `${PROBE}.json`) });
  const [project] = snapshot.getProjects();
  const probe = project?.program.getSourceFile(join(options.cwd, `${PROBE}.ts`));
  if (project === undefined || probe === undefined) throw new Error('it opened no project');
  if (config !== null) assertProject(project, options.cwd, config);
  const specifiers = probe.statements.map((statement) => (statement as ImportDeclaration).moduleSpecifier);
  const symbols = modules.length === 0 ? [] : project.checker.getSymbolAtLocation(specifiers);
  return {
    cwd: options.cwd,
    project,
    checker: project.checker,
    probe,
    any: project.checker.getAnyType(),
    moduleSymbol: (module) => symbols[modules.indexOf(module)],
    release: () => snapshot.dispose(),
  };
};

/**
 * Opens the compiler on the modules, hands the session to `use`, and closes it again.
 *
 * @throws {UnknownProjectError} when there is no such `tsconfig`.
 * @throws {UnreadableProjectError} when that, or a config that it extends, cannot be read.
 * @throws {CompilerError} when the compiler cannot be started, opens no project or fails to answer.
 */
export const withSession = <Result>(
  modules: readonly string[],
  options: SessionOptions,
  use: (session: Session) => Result,
): Result => {
  const config = configOf(options);
  const files = probeFiles(modules, options, config);
  const api = new API({ cwd: options.cwd, fs: { readFile: (file) => files.get(file) } });
  try {
    const session = openSession(api, modules, options, config);
    const result = use(session);
    session.release();
    return result;
  } catch (cause) {
    throw cause instanceof ToolkitError ? cause : new CompilerError(cause);
  } finally {
    closeCompiler(api);
  }
};
