import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { API, type Diagnostic } from 'typescript/unstable/sync';
import { closeCompiler } from '../../parity/compiler/close-compiler.ts';
import { type Diagnosis, placeOf, readDiagnoses } from './diagnosis.ts';

/** The command of TypeScript 7. npm may link the name `tsc` to another one. */
export const TSC = join(import.meta.dirname, '..', '..', 'node_modules', 'typescript', 'bin', 'tsc');

/**
 * Compiles a project with `tsc`, in its folder, and answers its errors.
 *
 * @throws {Error} tsc could not be started
 */
export const compileProject = (folder: string, ...options: readonly string[]): readonly Diagnosis[] =>
  readDiagnoses(runTsc(folder, '--noEmit', '--pretty', 'false', ...options));

/** What `tsc` prints when it is called with these arguments in a folder. */
export const runTsc = (folder: string, ...options: readonly string[]): string => {
  const run = spawnSync(process.execPath, [TSC, ...options], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (run.error) throw run.error;
  return run.stdout + run.stderr;
};

/**
 * Compiles each group of files in a program of its own, with the options of a project, all in one process: the
 * projects exist in memory only.
 */
export const compileGroups = (
  configPath: string,
  groups: readonly (readonly string[])[],
): readonly Diagnosis[] => {
  const { compilerOptions } = JSON.parse(readFileSync(configPath, 'utf8')) as { compilerOptions: unknown };
  const projects = new Map(
    groups.map((files, index) => [
      join(dirname(configPath), `group-${index}.json`),
      { files, text: JSON.stringify({ compilerOptions, files }) },
    ]),
  );
  const api = new API({
    cwd: dirname(configPath),
    fs: {
      readFile: (path) => projects.get(path)?.text,
      fileExists: (path) => (projects.has(path) ? true : undefined),
    },
  });
  try {
    return [...projects].flatMap(([project, { files }], index) => {
      // The one before is closed only now: with no project left the compiler would forget the parsed libraries.
      const closeProjects = [...projects.keys()].slice(0, index).slice(-1);
      const snapshot = api.updateSnapshot({ openProjects: [project], closeProjects });
      const program = snapshot.getProject(project)?.program;
      if (!program) throw new Error(`TypeScript 7 has not opened ${project}`);
      const diagnostics = files.flatMap((file) => program.getSemanticDiagnostics(file));
      const found = [...program.getProgramDiagnostics(), ...diagnostics].map(asDiagnosis);
      snapshot.dispose();
      return found;
    });
  } finally {
    closeCompiler(api);
  }
};

/** A diagnostic of the TypeScript 7 API. */
export const asDiagnosis = (diagnostic: Diagnostic): Diagnosis => ({
  file: basename(diagnostic.fileName ?? ''),
  ...placeOf(
    diagnostic.fileName === undefined ? '' : readFileSync(diagnostic.fileName, 'utf8'),
    diagnostic.pos,
  ),
  code: `TS${diagnostic.code}`,
  text: flatText(diagnostic),
});

const flatText = (diagnostic: Diagnostic, indent = ''): string =>
  [
    indent + diagnostic.text,
    ...(diagnostic.messageChain ?? []).map((next) => flatText(next, `${indent}  `)),
  ].join('\n');
