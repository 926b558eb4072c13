import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { missingSourceMaps } from '../../../parity/suites/missing-source-maps.ts';

const SOURCE = `interface Unused {
  readonly text: string;
}
export const one: Unused = { text: 'one' };
`;

/** A loader that gives other text than the file holds and no source map, as a transpiler set up wrongly does. */
const HOOKS = `export const load = async (url, context, next) => url.endsWith('one.ts')
  ? { format: 'module', source: 'export const one = 1;', shortCircuit: true }
  : next(url, context);`;
const dataUrl = (source: string): string => `data:text/javascript,${encodeURIComponent(source)}`;
const UNMAPPED = dataUrl(
  `import { register } from 'node:module'; register(${JSON.stringify(dataUrl(HOOKS))});`,
);

describe('TestMissingSourceMaps', () => {
  for (const [name, loader, expected] of [
    ['transpiled_code_without_a_map_is_found', UNMAPPED, ['one.ts']],
    ['transpiled_code_with_a_map_is_measured_rightly', import.meta.resolve('tsx'), []],
  ] as const) {
    test(`test_${name}`, (context) => {
      const folder = mkdtempSync(join(tmpdir(), 'lockstep-maps-'));
      context.after(() => rmSync(folder, { recursive: true, force: true }));
      writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
      writeFileSync(join(folder, 'one.ts'), SOURCE);
      const v8 = join(folder, 'v8');
      const { status } = spawnSync(
        process.execPath,
        ['--enable-source-maps', '--import', loader, join(folder, 'one.ts')],
        { env: { ...process.env, NODE_V8_COVERAGE: v8 } },
      );
      assert.equal(status, 0);
      assert.deepEqual(
        missingSourceMaps(v8).map((file) => file.slice(folder.length + 1)),
        expected,
      );
    });
  }
});
