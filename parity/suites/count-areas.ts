import type { Area } from '../config.ts';
import type { AreaBranches, AreaCounts, Share } from '../test-model.ts';
import { areaOf, OTHER_AREA } from './areas.ts';
import { shareOf } from './coverage-of.ts';
import type { CountedRun } from './run-shortfalls.ts';
import type { CoveredFile } from './side-job.ts';
import type { SideTest } from './side-tests.ts';

const branchesOf = (covered: readonly CoveredFile[], sources: readonly string[]): Share =>
  shareOf(
    covered
      .filter(({ file }) => sources.some((text) => file.includes(text)))
      .flatMap(({ branches }) => branches),
  );

/** The tests of both sides and what they cover, by feature area, in the order of the areas; areas without a test are left out. */
export const countAreas = (
  areas: readonly Area[],
  { tests: sync, run: syncRun }: CountedRun,
  { tests: async, run: asyncRun }: CountedRun,
): readonly AreaCounts[] => {
  const ran = ({ skipped }: SideTest): boolean => !skipped;
  const asyncKeys = new Set(async.filter(ran).map(({ key }) => key));
  const isOnBoth = ({ shared, key }: SideTest): boolean => shared && asyncKeys.has(key);
  const onBoth = new Set(sync.filter((test) => ran(test) && isOnBoth(test)).map(({ key }) => key));
  const branches = (sources: readonly string[]): AreaBranches => ({
    sync: branchesOf(syncRun.covered, sources),
    async: branchesOf(asyncRun.covered, sources),
  });
  return [...areas, { title: OTHER_AREA, sources: undefined }]
    .map(({ title, sources }) => {
      const own = (tests: readonly SideTest[]) =>
        tests.filter((test) => ran(test) && areaOf(areas, test.file, test.name) === title);
      const alone = (tests: readonly SideTest[]) => own(tests).filter(({ key }) => !onBoth.has(key)).length;
      return {
        area: title,
        shared: own(sync).length - alone(sync),
        sync: alone(sync),
        async: alone(async),
        branches: sources === undefined ? null : branches(sources),
      };
    })
    .filter(({ shared, sync: syncOnly, async: asyncOnly }) => shared + syncOnly + asyncOnly > 0);
};
