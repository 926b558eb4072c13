import { readFileSync } from 'node:fs';
import { UnreadableProjectError } from '../errors/unreadable-project-error.ts';
import { lineAndColumn, relativePath } from '../surface/place.ts';
import type { Project } from './typescript.ts';

/**
 * The faults of a project that leave options out: syntax errors (below 2000), and a config that it extends and that is not
 * there, or leads back to it. An option of another version of TypeScript is none: what matters here is left of it.
 */
const isFault = (code: number): boolean => code < 2000 || code === 5083 || code === 6053 || code === 18000;

const WORDS: Readonly<Record<number, string>> = { 18000: 'it extends itself' };

/**
 * Refuses a project of which the compiler can only read a part.
 *
 * @throws {UnreadableProjectError} for the first fault.
 */
export const assertProject = (project: Project, cwd: string, config: string): undefined => {
  const fault = project.program.getConfigFileParsingDiagnostics().find(({ code }) => isFault(code));
  if (fault === undefined) return;
  const words = WORDS[fault.code] ?? fault.text.replaceAll(`${cwd}/`, '');
  if (fault.fileName === undefined) throw new UnreadableProjectError(relativePath(cwd, config), words);
  const { line, column } = lineAndColumn(readFileSync(fault.fileName, 'utf8'), fault.pos);
  throw new UnreadableProjectError(`${relativePath(cwd, fault.fileName)}:${line}:${column}`, words);
};
