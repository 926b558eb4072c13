import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { runToHtml } from '../../src/index.ts';
import type { RunRecord } from '../../types/index.ts';
import { launch } from './launch.ts';
import { busyRun, longRun } from './sample-run.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SHOTS = join(import.meta.dirname, '..', '..', 'coverage', 'browser');
const SIZES = { desktop: { width: 1280, height: 900 }, phone: { width: 360, height: 740 } } as const;

/** What a browser says of where something is, in pixels. */
interface Box {
  readonly x: number;
  readonly width: number;
  readonly right: number;
}

let browser: Browser;
let folder = '';
before(async () => {
  mkdirSync(SHOTS, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), 'lockstep-timeline-'));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens the page of a run and hands it to a check; the page must load nothing, and the browser have nothing to complain of. */
const withPage = async (
  options: Parameters<Browser['newPage']>[0],
  record: RunRecord,
  check: (page: Page) => Promise<void>,
): Promise<void> => {
  const file = join(folder, 'run.html');
  writeFileSync(file, runToHtml(record));
  const page = await browser.newPage(options);
  try {
    const requests: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => errors.push(message.text()));
    await page.goto(pathToFileURL(file).href, { waitUntil: 'networkidle' });
    await check(page);
    assert.equal(requests.length, 1, requests.join('\n'));
    assert.deepEqual(errors, []);
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

describe('the timeline of a run in a browser', () => {
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`${size}, ${colorScheme}: fits, is accessible, and loads nothing`, async () => {
        await withPage({ viewport, colorScheme }, busyRun, async (page) => {
          await page.screenshot({ path: join(SHOTS, `run-${size}-${colorScheme}.png`), fullPage: true });
          assert.equal(await page.evaluate('document.documentElement.scrollWidth'), viewport.width);
          await page.evaluate(
            'document.querySelectorAll("details").forEach((each) => { each.open = true; })',
          );
          assert.deepEqual(await violations(page), []);
        });
      });
    }
  }

  test('puts each bar where its time is', async () => {
    await withPage({ viewport: SIZES.desktop }, busyRun, async (page) => {
      const [track, bars] = await page.evaluate<readonly [Box, readonly Box[]]>(`(() => {
        const track = [...document.querySelectorAll('.row')].find((row) => row.textContent.includes('stock')).querySelector('.track');
        return [track.getBoundingClientRect(), [...track.querySelectorAll('.attempt')].map((each) => each.getBoundingClientRect())]
          .map((each) => JSON.parse(JSON.stringify(each)));
      })()`);
      const at = (ms: number): number => track.x + (track.width * ms) / busyRun.durationMs;
      const attempts = busyRun.nodes[2]?.attempts ?? [];
      assert.equal(bars.length, attempts.length);
      for (const [index, { startMs, endMs }] of attempts.entries()) {
        const bar = bars[index];
        assert.ok(Math.abs((bar?.x ?? 0) - at(startMs)) < 1, `attempt ${index} begins at ${bar?.x}`);
        assert.ok(Math.abs((bar?.right ?? 0) - at(endMs)) < 1, `attempt ${index} ends at ${bar?.right}`);
      }
    });
  });

  test('can be walked with the keyboard alone, and each node tells more', async () => {
    await withPage({ viewport: SIZES.desktop }, busyRun, async (page) => {
      await page.keyboard.press('Tab');
      assert.ok(await page.locator('.skip').isVisible());
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      const opened = page.locator('.row details[open] .facts');
      await opened.waitFor({ state: 'visible' });
      assert.match(
        (await opened.textContent()) ?? '',
        /PathreadTypeFileReadNode.*Slacknone: it is on the critical path/,
      );
      const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle');
      assert.equal(outline, 'solid');
    });
  });

  test('the table behind the bars has every node', async () => {
    await withPage({ viewport: SIZES.desktop }, busyRun, async (page) => {
      await page.locator('#numbers > summary').click();
      const rows = page.locator('#numbers tbody tr');
      assert.equal(await rows.count(), busyRun.nodes.length);
      assert.match((await rows.nth(8).textContent()) ?? '', /^discountCodeNodeskipped/);
    });
  });

  test('shows a thousand nodes', async () => {
    await withPage({ viewport: SIZES.desktop, colorScheme: 'light' }, longRun, async (page) => {
      assert.equal(await page.locator('.row').count(), 1_000);
      assert.equal(await page.locator('.lane').count(), 10);
      await page.locator('.row').last().scrollIntoViewIfNeeded();
      const ruler = await page.locator('.chart:not(.lanes) .ruler').boundingBox();
      assert.equal(ruler?.y, 0, 'the time axis stays in sight');
      await page.screenshot({ path: join(SHOTS, 'run-thousand.png') });
    });
  });

  test('runs no script, even one that found its way into a name', async () => {
    const name =
      '</style><script>document.title = "owned"</script><img src=x onerror="document.title = 1">"\'';
    const [first] = busyRun.nodes;
    assert.ok(first);
    const evil: RunRecord = {
      ...busyRun,
      workflow: name,
      error: { name, code: name },
      nodes: [{ ...first, nodeId: name, nodeType: name, path: name, ports: [name], error: { name } }],
    };
    await withPage({}, evil, async (page) => {
      assert.equal(await page.title(), `${name}: failed in 1.24 s`);
      assert.equal(await page.locator('h1').textContent(), name);
      assert.equal(await page.locator('.id').first().textContent(), name);
      assert.equal(await page.locator('img').count(), 0);
    });
  });
});
