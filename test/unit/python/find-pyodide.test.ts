import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PythonNotInstalledError } from '../../../src/index.ts';
import { findPyodide, urlOfPyodide } from '../../../src/python/find-pyodide.ts';
import { assertError, thrownBy } from '../../shared/runtime/assert-error.ts';

describe('TestFindPyodide', () => {
  test('test_it_is_found_where_it_is_installed', () => {
    assert.match(findPyodide('n'), /^file:.*\/node_modules\/pyodide\/pyodide\.mjs$/);
  });

  test('test_where_it_is_not_the_error_says_how_to_install_it', async () => {
    const missing = (name: string): never => {
      throw new Error(`Cannot find module '${name}'`);
    };
    const error = await thrownBy(() => urlOfPyodide('n', missing));
    assertError(error, PythonNotInstalledError, "'n'", 'npm install pyodide');
  });
});
