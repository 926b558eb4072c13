/**
 * How long a whole process takes to say that a pair is in step: the compiler with the gate, beside tstyche, which
 * compares types by itself, where the compiler's counter of instantiations does not see it. Both are first shown a
 * drift, so that none is timed that does not look.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Comparison, comparedPair, comparisons } from './compared-pair.ts';
import { inComparedPairFolder } from './compared-pair-folder.ts';
import { report } from './report.ts';
import { median, ratioOf, timesOf } from './rounds.ts';
import { TYPESCRIPT_6, tstycheFindsInStep } from './tstyche.ts';

const require = createRequire(import.meta.url);
const MEMBERS = 1000;
const ROUNDS = 10;

interface Tool {
  readonly comparison: Comparison;
  /** Runs it, a whole process, on `pair.ts` in a folder. */
  readonly findsInStep: (folder: string) => boolean;
}

const compilerFindsInStep =
  (compiler: string) =>
  (folder: string): boolean =>
    spawnSync(process.execPath, [compiler, '-p', folder], { cwd: folder }).status === 0;

const tools = {
  tsc7: {
    comparison: comparisons.mirrors,
    findsInStep: compilerFindsInStep(join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc')),
  },
  tsc6: {
    comparison: comparisons.mirrors,
    findsInStep: compilerFindsInStep(join(dirname(TYPESCRIPT_6), 'tsc.js')),
  },
  tstyche: { comparison: comparisons.tstyche, findsInStep: tstycheFindsInStep },
} satisfies Record<string, Tool>;

await inComparedPairFolder(async (folder) => {
  /** Runs a tool on a pair whose first member has this result; answers whether the tool finds it in step. */
  const findsInStep = ({ comparison, findsInStep }: Tool, firstResult?: string): boolean => {
    writeFileSync(join(folder, 'pair.ts'), comparedPair(MEMBERS, comparison, firstResult));
    return findsInStep(folder);
  };
  for (const [name, tool] of Object.entries(tools)) {
    if (!findsInStep(tool)) throw new Error(`${name} refuses the pair in step`);
    if (findsInStep(tool, 'symbol')) throw new Error(`${name} does not see the drift`);
  }

  const times = await timesOf(
    {
      tsc7: () => findsInStep(tools.tsc7),
      tsc6: () => findsInStep(tools.tsc6),
      tstyche: () => findsInStep(tools.tstyche),
    },
    ROUNDS,
  );
  const unit = 'ms';
  report(`A whole process on a pair of ${MEMBERS} members in step (medians of ${ROUNDS} rounds in turn)`, [
    { what: 'tsc 7 with Mirrors', value: median(times.tsc7), unit },
    { what: 'tsc 6 with Mirrors', value: median(times.tsc6), unit },
    { what: 'tstyche, toBe over Asyncify, on TypeScript 6', value: median(times.tstyche), unit },
    {
      what: 'tsc 7 with Mirrors against tstyche',
      value: ratioOf(times.tsc7, times.tstyche),
      unit: 'times as long',
      limit: { atMost: 1 },
    },
    {
      what: 'tsc 6 with Mirrors against tstyche',
      value: ratioOf(times.tsc6, times.tstyche),
      unit: 'times as long',
      detail: 'the same compiler: what the gate costs against the comparison',
    },
  ]);
});
