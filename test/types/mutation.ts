import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { API } from 'typescript/unstable/sync';
import { runtimeMembers } from '../../parity/allowlist.ts';
import { checkPairs } from '../../parity/check-pair.ts';
import { closeCompiler } from '../../parity/compiler/close-compiler.ts';
import { pairs } from '../../parity/pairs.ts';
import { placeOf } from './diagnosis.ts';
import { type DriftedClass, driftsOf } from './drift-operators.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PROJECT = join(ROOT, 'tsconfig.parity.json');

/** The class that the drifts are made in. */
export const SUBJECT = join(ROOT, 'src', 'runtime', 'async-local-runtime.ts');

/** The source of the subject as it stands. */
export const readSubject = (): string => readFileSync(SUBJECT, 'utf8');

/** Every drift of the subject. A member that the allowlist lets stand alone has nothing to drift from. */
export const subjectDrifts = (): readonly DriftedClass[] =>
  driftsOf(
    readSubject(),
    'AsyncLocalRuntime',
    runtimeMembers.map(({ member }) => member),
  );

/**
 * Asks the gate about each drift: the subject's file is exchanged in the compiler's memory, never on disk. Answers,
 * in order, whether the gate refused it on one of the drift's own lines.
 */
export const killsOf = (drifts: readonly DriftedClass[]): readonly boolean[] => {
  const shown = { text: readSubject() };
  const api = new API({ cwd: ROOT, fs: { readFile: (path) => (path === SUBJECT ? shown.text : undefined) } });
  try {
    const ask = (text: string): readonly number[] => {
      shown.text = text;
      const snapshot = api.updateSnapshot({ openProjects: [PROJECT], fileChanges: { changed: [SUBJECT] } });
      const program = snapshot.getProject(PROJECT)?.program;
      if (!program) throw new Error(`TypeScript has not opened ${PROJECT}`);
      const found = program.getSemanticDiagnostics(SUBJECT).filter(({ code }) => GATE_CODES.has(code));
      snapshot.dispose();
      return found.map(({ pos }) => placeOf(text, pos).line);
    };
    const before = ask(shown.text);
    if (before.length > 0)
      throw new Error(`The gate refuses the subject before any drift, on line ${before[0]}`);
    return drifts.map(({ text, lines }) => ask(text).some((line) => lines.includes(line)));
  } finally {
    closeCompiler(api);
  }
};

/** A member, or the class as a whole, is not what an `implements` clause asks for. */
const GATE_CODES: ReadonlySet<number> = new Set([2416, 2420, 2720]);

/**
 * Asks `lockstep check` about each drift, in memory too. Answers, in order, whether it reports anything that it does
 * not report of the subject as it stands.
 */
export const checkKillsOf = (drifts: readonly DriftedClass[]): readonly boolean[] => {
  const findings = (text: string): readonly string[] =>
    checkPairs(pairs, { cwd: ROOT, overlay: new Map([[SUBJECT, text]]) }).pairs.flatMap((pair) =>
      pair.findings.map(({ check, member, message }) => `${check} ${member}: ${message}`),
    );
  const before = findings(readSubject());
  return drifts.map(({ text }) => findings(text).some((finding) => !before.includes(finding)));
};
