import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPair } from '../../parity/check-pair.ts';
import { generatedPair } from './generated-pair.ts';

const ROUNDS = 5;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const milliseconds = (run: () => void): number => {
  const start = performance.now();
  run();
  return performance.now() - start;
};

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'lockstep-bench-'));

const timeOf = (count: number): number => {
  writeFileSync(join(folder, `pair${count}.ts`), generatedPair(count));
  writeFileSync(
    join(folder, 'tsconfig.json'),
    '{"compilerOptions":{"strict":true,"target":"esnext","types":[]}}',
  );
  const file = `./pair${count}.ts`;
  const pair = { name: 'generated', sync: `${file}#Store`, async: `${file}#AsyncStore` };
  return median(Array.from({ length: ROUNDS }, () => milliseconds(() => checkPair(pair, { cwd: folder }))));
};

try {
  const runtime = {
    name: 'runtime',
    sync: './src/runtime/local-runtime.ts#LocalRuntime',
    async: './src/runtime/async-local-runtime.ts#AsyncLocalRuntime',
  };
  const own = median(
    Array.from({ length: ROUNDS }, () => milliseconds(() => checkPair(runtime, { cwd: root }))),
  );
  console.log(`runtime pair            ${own.toFixed(0).padStart(6)} ms`);
  const startUp = timeOf(1);
  console.log(`start-up (one member)   ${startUp.toFixed(0).padStart(6)} ms`);
  for (const count of [125, 250, 500, 1000, 2000]) {
    const time = timeOf(count);
    const each = (1000 * (time - startUp)) / count;
    console.log(
      `${String(count).padStart(5)} members           ${time.toFixed(0).padStart(6)} ms, ${each.toFixed(0)} µs a member`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
