import { createRequire } from 'node:module';
import { basename } from 'node:path';
import type TypeScript from 'typescript-6';
import type { Diagnosis } from './diagnosis.ts';

const require = createRequire(import.meta.url);

/** A compiler that is written in TypeScript: 6, or the 5.9 that tsd brings along. */
export type ScriptCompiler = typeof TypeScript;

/** The compilers by version. */
export const scriptCompilers: Readonly<Record<'5.9' | '6.0', () => ScriptCompiler>> = {
  '5.9': () => require('@tsd/typescript') as ScriptCompiler,
  '6.0': () => require('typescript-6') as ScriptCompiler,
};

/** Compiles files with the options of a project; files that were read once are parsed once. */
export const compileWith = (
  ts: ScriptCompiler,
  configPath: string,
): ((paths: readonly string[]) => readonly Diagnosis[]) => {
  const { config } = ts.readConfigFile(configPath, ts.sys.readFile) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, `${configPath}/..`);
  const host = ts.createCompilerHost(options);
  const parsed = new Map<string, TypeScript.SourceFile | undefined>();
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (path, ...rest) => {
    if (!parsed.has(path)) parsed.set(path, read(path, ...rest));
    return parsed.get(path);
  };
  return (paths) =>
    ts.getPreEmitDiagnostics(ts.createProgram(paths, options, host)).map((diagnostic) => {
      const { file, start = 0 } = diagnostic;
      const place = file?.getLineAndCharacterOfPosition(start) ?? { line: -1, character: -1 };
      return {
        file: basename(file?.fileName ?? ''),
        line: place.line + 1,
        column: place.character + 1,
        code: `TS${diagnostic.code}`,
        text: ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'),
      };
    });
};
