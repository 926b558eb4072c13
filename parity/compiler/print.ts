import type { Session } from './session.ts';
import { type Signature, SyntaxKind, type Type } from './typescript.ts';

/** `NodeBuilderFlags.NoTruncation`: the whole type, however long. */
const NO_TRUNCATION = 1;

/** Stands for a type that the compiler fails to print. */
const UNPRINTABLE = '(a type without a name)';

const printSignature = (session: Session, source: Signature): string => {
  const node = session.checker.signatureToSignatureDeclaration(
    source,
    SyntaxKind.CallSignature,
    undefined,
    NO_TRUNCATION,
  );
  const printed = node === undefined ? '' : session.project.emitter.printNode(node);
  return printed.replace(/\s+/g, ' ').replace(/^new /, '').replace(/;$/, '').trim();
};

/** Prints types and signatures as the compiler does, on one line. */
export const printer = (session: Session) => ({
  text: (type: Type): string => {
    // TypeScript 7.0.2 panics on some types that were made in no file; seen from a file, it prints most of them.
    try {
      return session.checker.typeToString(type, undefined, NO_TRUNCATION);
    } catch {}
    try {
      return session.checker.typeToString(type, session.probe, NO_TRUNCATION);
    } catch {
      return UNPRINTABLE;
    }
  },
  signatureText: ({ source }: { readonly source: Signature }): string => {
    try {
      return printSignature(session, source);
    } catch {
      return `(…): ${UNPRINTABLE}`;
    }
  },
});
