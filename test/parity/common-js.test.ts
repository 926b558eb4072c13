import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { checkPair } from '../../parity/check-pair.ts';

const folder = mkdtempSync(join(tmpdir(), 'lockstep-common-js-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** What is found between two sides of a CommonJS module written in JavaScript, as `check member`. */
const found = (name: string, source: string, sync: string, async: string): readonly string[] => {
  writeFileSync(join(folder, `${name}.js`), source);
  const pair = { name, sync: `./${name}.js${sync}`, async: `./${name}.js${async}` };
  return checkPair(pair, { cwd: folder }).findings.map(({ check, member }) => `${check} ${member}`);
};

// The compiler itself keeps only the whole of such a module: `module.exports.lockSync` is no member of it in TypeScript 7.
const lock = (parameters: string): string => `
/** @param {string} file @returns {Promise<number>} */
async function lock(${parameters}) { return 1; }
/** @param {string} file @returns {number} */
function lockSync(file) { return 1; }
module.exports = lock;
module.exports.lock = lock;
module.exports.lockSync = lockSync;
module.exports.size = 1;`;

const stores = (result: string): string => `
class Store { /** @returns {number} */ get() { return 1; } }
class AsyncStore { /** @returns {Promise<${result}>} */ async get() { return /** @type {${result}} */ (1); } }
module.exports = Store;
module.exports.Store = Store;
module.exports.AsyncStore = AsyncStore;`;

describe('what a CommonJS module assigns to properties of the whole that it exports', () => {
  test('is found by a suffix', () => {
    assert.deepEqual(found('lock', lock('file'), '#*Sync', '#*'), []);
    assert.deepEqual(found('lock-more', lock('file, mode'), '#*Sync', '#*'), ['parameter-count lock']);
  });

  test('is found by its name', () => {
    assert.deepEqual(found('stores', stores('number'), '#Store', '#AsyncStore'), []);
    assert.deepEqual(found('stores-drift', stores('symbol'), '#Store', '#AsyncStore'), [
      'result-mismatch get',
    ]);
  });

  test('may be one side, and the whole the other', () => {
    assert.deepEqual(found('whole', stores('number'), '', '#AsyncStore'), []);
    assert.deepEqual(found('whole-drift', stores('symbol'), '', '#AsyncStore'), ['result-mismatch get']);
  });
});
