import { readFileSync } from 'node:fs';
import type { Session } from '../compiler/session.ts';
import { SyntaxFaultError } from '../errors/syntax-fault-error.ts';
import { lineAndColumn, relativePath } from './place.ts';
import type { Surface } from './surface.ts';

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

const UTF16 = /^(?:\xff\xfe|\xfe\xff)/;

/**
 * Refuses sides whose files the compiler can only guess at: what stands behind a syntax error may be missing.
 *
 * @throws {SyntaxFaultError} for the first fault.
 */
export const assertReadable = (session: Session, surfaces: readonly Surface[]): void => {
  const files = new Set(
    surfaces
      .flatMap(({ declarations, members }) => [
        ...declarations,
        ...members.flatMap((each) => each.declarations),
      ])
      .map((declaration) => declaration.getSourceFile())
      .filter((source) => !source.isDeclarationFile)
      .map((source) => source.fileName),
  );
  for (const file of files) {
    const shown = relativePath(session.cwd, file);
    const bytes = readFileSync(file);
    if (!isUtf8(bytes) && !UTF16.test(bytes.subarray(0, 2).toString('latin1'))) {
      throw new SyntaxFaultError(shown, 1, 1, 'it is not UTF-8');
    }
    const [fault] = session.project.program.getSyntacticDiagnostics(file);
    if (fault === undefined) continue;
    const { line, column } = lineAndColumn(bytes.toString('utf8'), fault.pos);
    throw new SyntaxFaultError(shown, line, column, fault.text);
  }
};
