import type { Finding } from '../report-model.ts';

/** The signatures of both sides as two lines, none when the finding has no signature. */
export const signatureLines = (finding: Finding): readonly string[] =>
  finding.syncSignature === null && finding.asyncSignature === null
    ? []
    : [`sync   ${finding.syncSignature ?? '(none)'}`, `async  ${finding.asyncSignature ?? '(none)'}`];
