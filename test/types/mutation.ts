import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { API } from 'typescript/unstable/sync';
import { runtimeMembers } from '../../parity/allowlist.ts';
import { checkPairs } from '../../parity/check-pair.ts';
import { closeCompiler } from '../../parity/compiler/close-compiler.ts';
import { pairs } from '../../parity/pairs.ts';
import { placeOf } from './diagnosis.ts';
import { type DriftedSide, driftsOf } from './drift-operators.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PROJECT = join(ROOT, 'tsconfig.parity.json');
const PAIRS = join(ROOT, 'parity', 'pairs.ts');

/** An asynchronous side of this repository, in which drifts are made. */
export interface Subject {
  /** The name of its pair. */
  readonly pair: (typeof pairs)[number]['name'];
  readonly path: string;
  /** The class or object. */
  readonly side: string;
  /** Where the gate speaks: at the member of a class, or where the pair of two objects stands. */
  readonly gate: 'member' | 'pair';
  /** The members that the allowlist lets stand alone: they have nothing to drift from. */
  readonly oneSided: readonly string[];
}

/** Every asynchronous side that has code of its own; a node with an asynchronous name is a copy, and has none. */
export const SUBJECTS: readonly Subject[] = [
  {
    pair: 'runtime',
    path: join(ROOT, 'src', 'runtime', 'async-local-runtime.ts'),
    side: 'AsyncLocalRuntime',
    gate: 'member',
    oneSided: runtimeMembers.map(({ member }) => member),
  },
  {
    pair: 'database',
    path: join(ROOT, 'src', 'database', 'async-database.ts'),
    side: 'AsyncDatabase',
    gate: 'member',
    oneSided: [],
  },
  {
    pair: 'files',
    path: join(ROOT, 'src', 'nodes', 'file-system.ts'),
    side: 'concurrentFiles',
    gate: 'pair',
    oneSided: [],
  },
];

const sourceOf = ({ path }: Subject): string => readFileSync(path, 'utf8');

/** Every drift of a subject. */
export const subjectDrifts = (subject: Subject): readonly DriftedSide[] =>
  driftsOf(sourceOf(subject), subject.side, subject.oneSided);

/**
 * Asks the gate about each drift of a subject, whose file is exchanged in the compiler's memory, never on disk. Answers, in
 * order, whether the gate refused it: a class on one of the drift's own lines, an object by the member's name where its
 * pair stands.
 */
export const killsOf = (subject: Subject, drifts: readonly DriftedSide[]): readonly boolean[] => {
  const { path, gate } = subject;
  const shown = { text: sourceOf(subject) };
  const api = new API({ cwd: ROOT, fs: { readFile: (file) => (file === path ? shown.text : undefined) } });
  const speaks = gate === 'member' ? path : PAIRS;
  try {
    const ask = (text: string) => {
      shown.text = text;
      const snapshot = api.updateSnapshot({ openProjects: [PROJECT], fileChanges: { changed: [path] } });
      const program = snapshot.getProject(PROJECT)?.program;
      if (!program) throw new Error(`TypeScript has not opened ${PROJECT}`);
      const found = program.getSemanticDiagnostics(speaks).filter(({ code }) => GATE_CODES[gate].has(code));
      snapshot.dispose();
      return found.map((each) => ({ text: each.text, line: placeOf(text, each.pos).line }));
    };
    const [before] = ask(shown.text);
    if (before) throw new Error(`The gate refuses the subject before any drift: ${before.text}`);
    return drifts.map(({ text, lines, member }) =>
      ask(text).some((found) =>
        gate === 'member' ? lines.includes(found.line) : found.text.includes(member),
      ),
    );
  } finally {
    closeCompiler(api);
  }
};

/** A member, or the class as a whole, is not what an `implements` clause asks for; a pair is not in step. */
const GATE_CODES: Readonly<Record<Subject['gate'], ReadonlySet<number>>> = {
  member: new Set([2416, 2420, 2720]),
  pair: new Set([2344]),
};

/**
 * Asks `lockstep check` about each drift, in memory too. Answers, in order, whether it reports anything that it does
 * not report of the subject as it stands.
 */
export const checkKillsOf = (subject: Subject, drifts: readonly DriftedSide[]): readonly boolean[] => {
  const own = pairs.filter(({ name }) => name === subject.pair);
  const findings = (text: string): readonly string[] =>
    checkPairs(own, { cwd: ROOT, overlay: new Map([[subject.path, text]]) }).pairs.flatMap((pair) =>
      pair.findings.map(({ check, member, message }) => `${check} ${member}: ${message}`),
    );
  const before = findings(sourceOf(subject));
  return drifts.map(({ text }) => findings(text).some((finding) => !before.includes(finding)));
};
