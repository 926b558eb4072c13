import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { checkPair } from '../../parity/check-pair.ts';
import type { Finding } from '../../parity/report-model.ts';

const folder = mkdtempSync(join(tmpdir(), 'lockstep-colours-'));
after(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "strict": true, "types": [] } }');

let count = 0;

const findings = (declarations: string, sync: string, async: string): readonly Finding[] => {
  count += 1;
  writeFileSync(join(folder, `case${count}.d.ts`), declarations);
  const [left, right] = [sync, async].map((side) => `./case${count}.js${side}`);
  return checkPair({ name: 'case', sync: left ?? '', async: right ?? '' }, { cwd: folder }).findings;
};

/** What is found between two exports of declarations, as `check member`. */
export const found = (declarations: string, sync: string, async: string): readonly string[] =>
  findings(declarations, sync, async).map(({ check, member }) => `${check} ${member}`);

/** What is said of the differences between two exports of declarations. */
export const said = (declarations: string, sync: string, async: string): readonly string[] =>
  findings(declarations, sync, async).map(({ message }) => message);
