import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { ALLOWLIST_CHECKS } from '../../parity/allowlist-faults.ts';
import { checkPages } from '../../parity/check-pages.ts';
import { CHECK_IDS, CHECKS } from '../../parity/checks/checks.ts';
import { MESSAGES } from '../../parity/messages.ts';
import { FIXTURES, fixtureIds, fixtures } from './fixtures.ts';

const FOLDER = join(import.meta.dirname, '../../parity/checks');
const SECTIONS = ['## Why it matters', '## How to mend it', '## When to allow it'];

const filesEndingIn = (ending: string): readonly string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith(ending) && name !== 'checks.ts')
    .map((name) => name.slice(0, -ending.length))
    .toSorted();

describe('the registry of checks', () => {
  const ids = CHECK_IDS.toSorted();

  test('ids are kebab-case and stand once', () => {
    for (const id of ids) assert.match(id, /^[a-z]+(-[a-z]+)*$/);
    assert.equal(new Set(ids).size, ids.length);
  });

  test('id = file', () => {
    assert.deepEqual(filesEndingIn('.ts'), ids);
  });

  test('id = page, and the checks on the allowlist have pages as well', () => {
    assert.deepEqual(filesEndingIn('.md'), [...ids, ...ALLOWLIST_CHECKS].toSorted());
  });

  test('id = fixture, with a pair that agrees and one that drifts', () => {
    assert.deepEqual(fixtureIds, ids);
    for (const id of ids) {
      assert.ok(existsSync(join(FIXTURES, id, 'agrees.ts')), id);
      assert.ok(existsSync(join(FIXTURES, id, 'drifts.ts')), id);
    }
  });

  test('id = message', () => {
    assert.deepEqual(Object.keys(MESSAGES).toSorted(), ids);
  });

  test('every check is registered by the file of its name', () => {
    for (const { id } of CHECKS) {
      assert.match(readFileSync(join(FOLDER, `${id}.ts`), 'utf8'), new RegExp(`id: '${id}'`));
    }
  });

  test('every fixture that drifts announces its own check, none that agrees announces any', () => {
    for (const { id, kind, expected } of fixtures) {
      const own = expected.some((line) => line.startsWith(`${id} `));
      assert.equal(own, kind === 'drifts', `${id} ${kind}`);
      if (kind === 'agrees') assert.deepEqual(expected, [], id);
    }
  });
});

describe('the pages', () => {
  for (const { id, text, title } of checkPages()) {
    test(`${id}: a heading, one sentence, and the sections in order`, () => {
      assert.ok(text.startsWith(`# ${id}\n\n`));
      assert.notEqual(title, '');
      const places = SECTIONS.map((section) => text.indexOf(section));
      assert.ok(
        places.every((place, index) => place > (places[index - 1] ?? 0)),
        `${places}`,
      );
    });
  }
});
