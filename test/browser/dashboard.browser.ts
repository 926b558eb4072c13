import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { dashboardOf } from '../../parity/dashboard-model.ts';
import { renderDashboard } from '../../parity/dashboard-page.ts';
import type { History } from '../../parity/history-read.ts';
import { launch } from './launch.ts';
import { busyHistory, freshHistory } from './sample-history.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SHOTS = join(import.meta.dirname, '..', '..', 'coverage', 'browser');

const HISTORIES: readonly (readonly [string, History])[] = [
  ['busy', busyHistory],
  ['fresh', freshHistory],
];
const SIZES = { desktop: { width: 1280, height: 900 }, phone: { width: 360, height: 740 } } as const;
/** A4 at 96 dots an inch, less margins of 12 mm. */
const PAPER = { width: 703, height: 1032 };
const SCHEMES = ['light', 'dark'] as const;

let browser: Browser;
let folder = '';
before(async () => {
  mkdirSync(SHOTS, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), 'lockstep-dashboard-'));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const urlOf = (name: string, history: History): string => {
  const dashboard = dashboardOf('lockstep', history);
  assert.ok(dashboard);
  const file = join(folder, `${name}.html`);
  writeFileSync(file, renderDashboard(dashboard));
  return pathToFileURL(file).href;
};

/** Opens the dashboard of a history and hands the page to a check, with every request that the page made. */
const withPage = async (
  options: Parameters<Browser['newPage']>[0],
  history: readonly [string, History],
  check: (page: Page, requests: readonly string[]) => Promise<void>,
): Promise<void> => {
  const page = await browser.newPage(options);
  try {
    const requests: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => errors.push(message.text()));
    await page.goto(urlOf(...history), { waitUntil: 'networkidle' });
    await check(page, requests);
    assert.deepEqual(errors, [], 'the browser has nothing to complain of');
  } finally {
    await page.close();
  }
};

/** The violations that axe finds; evaluated by the debugger, since the page's policy forbids scripts. */
const violations = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(AXE);
  const results = await page.evaluate<AxeResults>('axe.run({ resultTypes: ["violations"] })');
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
};

const rgb = (color: string): readonly number[] => (color.match(/\d+/g) ?? []).map(Number);

describe('the dashboard in a browser', () => {
  for (const history of HISTORIES) {
    for (const [size, viewport] of Object.entries(SIZES)) {
      for (const colorScheme of SCHEMES) {
        test(`${history[0]}, ${size}, ${colorScheme}: fits, is accessible, and loads nothing`, async () => {
          await withPage({ viewport, colorScheme }, history, async (page, requests) => {
            await page.screenshot({
              path: join(SHOTS, `${history[0]}-${size}-${colorScheme}.png`),
              fullPage: true,
            });
            assert.equal(requests.length, 1, requests.join('\n'));
            const width = await page.evaluate('document.documentElement.scrollWidth');
            assert.equal(width, viewport.width, 'nothing is wider than the page');
            await page.evaluate(
              'document.querySelectorAll("details").forEach((each) => { each.open = true; })',
            );
            assert.deepEqual(await violations(page), []);
          });
        });
      }
    }
  }

  test('would not pass the audit with gray text on gray', async () => {
    await withPage({ viewport: SIZES.desktop }, ['fresh', freshHistory], async (page) => {
      await page.addStyleTag({ content: '.facts { color: #bbb; }' });
      const found = await violations(page);
      assert.ok(
        found.length > 0 && found.every((each) => each.startsWith('color-contrast: ')),
        found.join('\n'),
      );
    });
  });

  test('follows the color scheme of the system', async () => {
    const grounds: number[] = [];
    for (const colorScheme of SCHEMES) {
      await withPage({ colorScheme }, ['fresh', freshHistory], async (page) => {
        const color = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
        grounds.push(rgb(color)[0] ?? 0);
      });
    }
    const [light = 0, dark = 255] = grounds;
    assert.ok(light > 200 && dark < 50, grounds.join(' and '));
  });

  test('can be walked with the keyboard alone, from the skip link to the numbers behind a chart', async () => {
    await withPage({ viewport: SIZES.desktop }, ['busy', busyHistory], async (page) => {
      const focused = (): Promise<string> =>
        page.evaluate('document.activeElement?.textContent?.trim() ?? ""');
      await page.keyboard.press('Tab');
      assert.equal(await focused(), 'Skip to the pairs');
      assert.ok(await page.locator('.skip').isVisible());
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      assert.equal(await focused(), 'Numbers of Branch coverage');
      const table = page.locator('#pair-1-runs');
      assert.equal(await table.isVisible(), false);
      await page.keyboard.press('Enter');
      await table.waitFor({ state: 'visible' });
      assert.equal(await table.locator('tbody tr').count(), busyHistory.records.length);
    });
  });

  test('shows where the keyboard is', async () => {
    await withPage({ viewport: SIZES.desktop }, ['busy', busyHistory], async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle');
      assert.equal(outline, 'solid');
    });
  });

  test('prints the tables behind the charts, in dark ink on white, without what only a screen can use', async () => {
    await withPage({ viewport: { ...PAPER }, colorScheme: 'dark' }, ['busy', busyHistory], async (page) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      assert.equal(await page.locator('#pair-1-runs').isVisible(), true);
      assert.equal(await page.locator('nav').isVisible(), false);
      const ink = await page.evaluate<string>('getComputedStyle(document.body).color');
      const ground = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
      assert.deepEqual(
        [rgb(ink), rgb(ground)],
        [
          [0, 0, 0],
          [255, 255, 255],
        ],
      );
      const width = await page.evaluate('document.documentElement.scrollWidth');
      assert.equal(width, PAPER.width, 'nothing is cut off at the edge of the paper');
      await page.pdf({ path: join(SHOTS, 'busy.pdf'), format: 'A4', printBackground: true });
    });
  });

  test('runs no script, even one that found its way into a name', async () => {
    const [record] = freshHistory.records;
    assert.ok(record);
    const [pair] = record.pairs;
    assert.ok(pair);
    const name = '</style><script>document.title = "owned"</script><img src=x onerror="document.title = 1">';
    const evil = { records: [{ ...record, pairs: [{ ...pair, name }] }], faults: [] };
    await withPage({}, ['evil', evil], async (page, requests) => {
      assert.equal(await page.title(), '✓ lockstep: sync/async parity');
      assert.equal(await page.locator('h2').first().textContent(), name);
      assert.equal(requests.length, 1);
    });
  });
});
