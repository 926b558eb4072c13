import type { Area } from '../config.ts';
import type { AreaCounts } from '../test-model.ts';
import { areaOf, OTHER_AREA } from './areas.ts';
import type { SideTest } from './side-tests.ts';

/** The tests of both sides by feature area, in the order of the areas; areas without a test are left out. */
export const countAreas = (
  areas: readonly Area[],
  sync: readonly SideTest[],
  async: readonly SideTest[],
): readonly AreaCounts[] => {
  const ran = ({ skipped }: SideTest): boolean => !skipped;
  const asyncKeys = new Set(async.filter(ran).map(({ key }) => key));
  const isOnBoth = ({ shared, key }: SideTest): boolean => shared && asyncKeys.has(key);
  const onBoth = new Set(sync.filter((test) => ran(test) && isOnBoth(test)).map(({ key }) => key));
  return [...areas.map(({ title }) => title), OTHER_AREA]
    .map((title) => {
      const own = (tests: readonly SideTest[]) =>
        tests.filter((test) => ran(test) && areaOf(areas, test.file, test.name) === title);
      const alone = (tests: readonly SideTest[]) => own(tests).filter(({ key }) => !onBoth.has(key)).length;
      return { area: title, shared: own(sync).length - alone(sync), sync: alone(sync), async: alone(async) };
    })
    .filter(({ shared, sync: syncOnly, async: asyncOnly }) => shared + syncOnly + asyncOnly > 0);
};
