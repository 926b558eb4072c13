import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { dependencyReasons } from './dependency-reasons.ts';
import { hasInstallScript, type InstalledPackage, installedPackages } from './installed-packages.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** What production dependencies may take in all, apart from the compiler, in bytes. */
const MOST_BYTES = 40_000_000;

const isCompiler = ({ name }: InstalledPackage): boolean =>
  name === 'typescript' || name.startsWith('@typescript/');

describe('what an adopter installs', () => {
  const packages = installedPackages(ROOT);

  it('test_the_list_is_that_of_production_dependencies', () => {
    const names = packages.map(({ name }) => name);
    assert.ok(names.includes('valibot'), 'a direct dependency is missing');
    assert.ok(names.includes('@jitl/quickjs-ffi-types'), 'a dependency of a dependency is missing');
    assert.ok(!names.includes('fast-check'), 'a development dependency is listed');
  });

  it('test_each_package_has_a_reason_and_each_reason_a_package', () => {
    assert.deepEqual(
      // Some are there in two versions.
      [...new Set(packages.map(({ name }) => name))].sort(),
      Object.keys(dependencyReasons).sort(),
      'say why in test/integration/dependency-reasons.ts',
    );
  });

  it('test_no_package_runs_an_install_script', () => {
    assert.deepEqual(
      packages.filter((each) => each.hasInstallScript).map(({ name }) => name),
      [],
    );
  });

  it('test_an_install_script_would_be_noticed', () => {
    // `esbuild`, which tsx brings along for development, has one.
    const development = join(ROOT, 'node_modules', 'esbuild');
    assert.equal(hasInstallScript(development), true);
  });

  it('test_packages_besides_the_compiler_take_40_megabytes_at_most', () => {
    const total = packages.filter((each) => !isCompiler(each)).reduce((sum, { bytes }) => sum + bytes, 0);
    assert.ok(total > 1_000_000, `the sizes add up to ${total} bytes: they are not read`);
    assert.ok(total <= MOST_BYTES, `${total} bytes, ${MOST_BYTES} are allowed`);
  });
});
