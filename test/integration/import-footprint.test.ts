import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadedFiles, packagesOf } from './loaded-files.ts';

/** What the package needs as soon as it is loaded; whatever else there is waits until it is used. */
const NEEDED_AT_ONCE = ['uuidv7', 'valibot'];
const SANDBOX = '@jitl/quickjs-wasmfile-release-sync';
/** Built into Node, but as costly as a package, or a sign that something runs elsewhere. */
const COSTLY_BUILTINS = ['node:sqlite', 'node:worker_threads', 'node:child_process', 'node:vm'];
const load = "const lockstep = await import('./src/index.ts');";
const build = (type: string, config: string): string =>
  `${load} const workflow = new lockstep.WorkflowBuilder().addNode('${type}', 'a', ${config}).build();`;

/** The packages that statements load, without those of the loader that translates the sources. */
const packagesLoadedBy = (statements: string): readonly string[] => {
  const loader = new Set(packagesOf(loadedFiles('')));
  return packagesOf(loadedFiles(statements)).filter((name) => !loader.has(name));
};

describe("what import 'lockstep' loads", () => {
  it('test_it_loads_no_sandbox_database_compiler_or_yaml', () => {
    assert.deepEqual(packagesLoadedBy(load), NEEDED_AT_ONCE);
  });

  it('test_it_loads_no_costly_builtin', () => {
    const files = new Set(loadedFiles(load));
    assert.deepEqual(
      COSTLY_BUILTINS.filter((name) => files.has(name)),
      [],
    );
    assert.ok(loadedFiles("await import('node:vm');").includes('node:vm'), 'builtins are not noticed');
  });

  it('test_a_run_without_code_nodes_loads_nothing_more', () => {
    const run = `${build('FunctionNode', '{ run: () => 1 }')} new lockstep.LocalRuntime().execute(workflow);`;
    assert.deepEqual(packagesLoadedBy(run), NEEDED_AT_ONCE);
  });

  it('test_a_code_node_loads_the_sandbox', () => {
    assert.ok(packagesLoadedBy(build('CodeNode', "{ code: 'result = 1' }")).includes(SANDBOX));
  });

  it('test_toYAML_loads_yaml', () => {
    const print = `${build('MergeNode', '{}')} workflow.toYAML();`;
    assert.ok(packagesLoadedBy(print).includes('yaml'));
  });
});
