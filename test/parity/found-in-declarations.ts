import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { checkPair } from '../../parity/check-pair.ts';

const folder = mkdtempSync(join(tmpdir(), 'lockstep-colours-'));
after(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "strict": true, "types": [] } }');

let count = 0;

/** What is found between two exports of declarations, as `check member`. */
export const found = (declarations: string, sync: string, async: string): readonly string[] => {
  count += 1;
  writeFileSync(join(folder, `case${count}.d.ts`), declarations);
  const [left, right] = [sync, async].map((side) => `./case${count}.js${side}`);
  const pair = { name: 'case', sync: left ?? '', async: right ?? '' };
  return checkPair(pair, { cwd: folder }).findings.map(({ check, member }) => `${check} ${member}`);
};
