import type { Session } from './session.ts';
import { type Signature, SyntaxKind, type Type } from './typescript.ts';

/** `NodeBuilderFlags.NoTruncation`: the whole type, however long. */
const NO_TRUNCATION = 1;

/** Prints types and signatures as the compiler does, on one line. */
export const printer = (session: Session) => ({
  text: (type: Type): string => session.checker.typeToString(type, undefined, NO_TRUNCATION),
  signatureText: ({ source }: { readonly source: Signature }): string => {
    const node = session.checker.signatureToSignatureDeclaration(
      source,
      SyntaxKind.CallSignature,
      undefined,
      NO_TRUNCATION,
    );
    const printed = node === undefined ? '' : session.project.emitter.printNode(node);
    return printed.replace(/\s+/g, ' ').replace(/^new /, '').replace(/;$/, '').trim();
  },
});
