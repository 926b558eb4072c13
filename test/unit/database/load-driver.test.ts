import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadDriver } from '../../../src/database/load-driver.ts';
import { SqlDriverError } from '../../../src/index.ts';
import { assertError, thrownBy } from '../../shared/runtime/assert-error.ts';

describe('TestLoadDriver', () => {
  test('test_a_driver_that_is_not_installed_says_how_to_install_it', async () => {
    const error = await thrownBy(() => loadDriver('PostgreSQL', 'no-such-driver'));
    assertError(error, SqlDriverError, 'PostgreSQL', "'no-such-driver'", 'npm install no-such-driver');
    assert.ok(error.cause instanceof Error);
  });

  test('test_a_driver_that_is_installed_is_loaded', () => {
    assert.equal(typeof loadDriver('SQLite', 'libsql'), 'function');
  });
});
