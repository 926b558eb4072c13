/**
 * What the gate costs the compiler: type instantiations a member on a pair in step, beside others that compare types.
 * The count is the same on every machine. A program with the pair alone is subtracted.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Comparison, comparedPair, comparisons } from './compared-pair.ts';
import { inComparedPairFolder } from './compared-pair-folder.ts';
import { report } from './report.ts';

const TSC = join(import.meta.dirname, '..', '..', 'node_modules', 'typescript', 'bin', 'tsc');

await inComparedPairFolder((folder) => {
  /** How many types the compiler instantiates for a program; throws if it finds an error in it. */
  const instantiations = (members: number, comparison: Comparison): number => {
    writeFileSync(join(folder, 'pair.ts'), comparedPair(members, comparison));
    const options = ['-p', folder, '--singleThreaded', '--extendedDiagnostics'];
    const { stdout } = spawnSync(process.execPath, [TSC, ...options], { encoding: 'utf8' });
    const count = /^Instantiations:\s+(\d+)/m.exec(stdout)?.[1];
    if (count === undefined || stdout.includes('error TS')) throw new Error(stdout.slice(0, 2000));
    return Number(count);
  };

  /** Instantiations for each of the members beyond the first hundred: what a program pays once is left out. */
  const perMember = (members: number, comparison: Comparison): number => {
    const own = (count: number): number =>
      instantiations(count, comparison) - instantiations(count, comparisons.nothing);
    return (own(members) - own(100)) / (members - 100);
  };

  const unit = 'instantiations a member';
  const limit = { atMost: 75 };
  report('The type gate on a pair in step', [
    { what: 'Mirrors, 200 members', value: perMember(200, comparisons.mirrors), unit, limit },
    { what: 'Mirrors, 1,000 members', value: perMember(1000, comparisons.mirrors), unit, limit },
    { what: 'Mirrors, 2,000 members', value: perMember(2000, comparisons.mirrors), unit, limit },
    { what: 'Mirrors, 5,000 members', value: perMember(5000, comparisons.mirrors), unit, limit },
    { what: 'type-fest, IsEqual over Asyncify, 1,000', value: perMember(1000, comparisons.typeFest), unit },
    {
      what: 'expect-type, toEqualTypeOf over Asyncify, 1,000',
      value: perMember(1000, comparisons.expectType),
      unit,
      detail: 'tstyche compares outside of the compiler’s counter: its time stands below',
    },
  ]);
  return undefined;
});
