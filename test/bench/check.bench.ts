/**
 * What `lockstep check` costs: the runtime pair, and a generated pair of up to 2,000 members, with the start-up of the compiler told
 * apart, beside whole processes on the same pair: the compiler's own `tsc --noEmit`, api-extractor, which writes a report of it, and
 * tstyche, which compares its types.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPair } from '../../parity/check-pair.ts';
import { extractorArguments } from './api-extractor.ts';
import { comparisons } from './compared-pair.ts';
import { inComparedPairFolder } from './compared-pair-folder.ts';
import { generatedPair } from './generated-pair.ts';
import { installPeers } from './install-peers.ts';
import { report } from './report.ts';
import { tstycheFindsInStep } from './tstyche.ts';

const ROUNDS = 5;
const MEMBERS = 2000;
const root = join(import.meta.dirname, '../..');
const tsc = join(root, 'node_modules/typescript/bin/tsc');
const folder = mkdtempSync(join(tmpdir(), 'lockstep-bench-'));

const median = (run: () => unknown): number => {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? 0;
};

const write = (members: number): string => {
  const file = `./pair${members}.ts`;
  writeFileSync(join(folder, file), generatedPair(members));
  return file;
};

const check = (members: number): number => {
  const file = write(members);
  const pair = { name: 'generated', sync: `${file}#Store`, async: `${file}#AsyncStore` };
  return median(() => checkPair(pair, { cwd: folder }));
};

/** How long tstyche takes to find the pair in step; first it is shown a drift, so that nothing is timed that does not look. */
const timeOfTstyche = async (): Promise<number> => {
  const { imports, assertion } = comparisons.tstyche;
  let time = 0;
  await inComparedPairFolder((folder) => {
    const findsInStep = (drifted: readonly number[]): boolean => {
      const sides = 'type Pair = Store;\ntype AsyncPair = AsyncStore;';
      const source = [imports, generatedPair(MEMBERS, drifted), sides, assertion].join('\n');
      writeFileSync(join(folder, 'pair.ts'), source);
      return tstycheFindsInStep(folder);
    };
    if (findsInStep([0])) throw new Error('tstyche does not see the drift');
    if (!findsInStep([])) throw new Error('tstyche refuses the pair in step');
    time = median(() => tstycheFindsInStep(folder));
  });
  return time;
};

const runtime = {
  name: 'runtime',
  sync: './src/runtime/local-runtime.ts#LocalRuntime',
  async: './src/runtime/async-local-runtime.ts#AsyncLocalRuntime',
};

try {
  writeFileSync(
    join(folder, 'tsconfig.json'),
    '{"compilerOptions":{"strict":true,"target":"esnext","types":[]}}',
  );
  const startUp = check(1);
  const half = check(MEMBERS / 2);
  const whole = check(MEMBERS);
  const compiler = median(() =>
    spawnSync(
      process.execPath,
      [tsc, '--noEmit', '--ignoreConfig', '--strict', '--target', 'esnext', '--types', '', write(MEMBERS)],
      {
        cwd: folder,
      },
    ),
  );
  installPeers();
  const extracted = extractorArguments(folder, generatedPair(MEMBERS));
  const extractor = median(() => {
    const run = spawnSync(process.execPath, extracted, { cwd: folder, encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`api-extractor fails: ${run.stdout}${run.stderr}`);
  });
  const tstyche = await timeOfTstyche();
  const each = (time: number, members: number): number => (1000 * (time - startUp)) / members;
  report('lockstep check', [
    {
      what: 'the runtime pair',
      value: median(() => checkPair(runtime, { cwd: root })),
      unit: 'ms',
      limit: { atMost: 700 },
    },
    { what: 'start-up: a pair of one member', value: startUp, unit: 'ms' },
    { what: '2,000 members', value: whole, unit: 'ms', limit: { atMost: 3000 } },
    { what: 'a member, of 1,000', value: each(half, MEMBERS / 2), unit: 'µs' },
    { what: 'a member, of 2,000', value: each(whole, MEMBERS), unit: 'µs' },
    {
      what: '2,000 members, beside tsc --noEmit',
      value: whole / compiler,
      unit: 'times',
      detail: `tsc ${compiler.toFixed(0)} ms, a whole process`,
    },
    {
      what: '2,000 members, beside api-extractor',
      value: whole / extractor,
      unit: 'times',
      detail: `api-extractor ${extractor.toFixed(0)} ms, a whole process, on the declarations`,
    },
    {
      what: '2,000 members, beside tstyche',
      value: whole / tstyche,
      unit: 'times',
      detail: `tstyche ${tstyche.toFixed(0)} ms, a whole process, on TypeScript 6`,
    },
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
