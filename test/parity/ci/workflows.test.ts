import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { parse } from 'yaml';
import { workflows } from '../../../parity/ci/workflows.ts';
import type { PackageManager } from '../../../parity/init-package-manager.ts';
import { OWN_MANAGER } from './own-workflows.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

const MANAGERS: readonly PackageManager[] = [
  OWN_MANAGER,
  { name: 'pnpm', install: 'pnpm install --frozen-lockfile', exec: 'pnpm exec' },
  { name: 'bun', install: 'bun install --frozen-lockfile', exec: 'bunx' },
];

/** What GitHub's own parser says against a workflow. */
const faultsOf = (name: string, content: string): readonly string[] =>
  parseWorkflow({ name, content }, new NoOperationTraceWriter()).context.errors.getErrors().map(String);

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
}

describe('TestWorkflows', () => {
  for (const manager of MANAGERS) {
    for (const { file, content } of [...workflows(manager, ''), ...workflows(manager, 'packages/a b')]) {
      test(`test_${manager.name}_${file}_is_valid_pinned_and_may_do_little`, () => {
        assert.deepEqual(faultsOf(file, content), []);
        const workflow = parse(content);
        assert.deepEqual(workflow.permissions, { contents: 'read' });
        for (const job of Object.values<Job>(workflow.jobs)) {
          const { contents, ...rest } = job.permissions ?? { contents: 'read' };
          assert.equal(contents, 'read');
          assert.ok(Object.keys(rest).every((key) => key === 'pull-requests'));
          assert.ok(job['timeout-minutes'] !== undefined);
          for (const { uses = '', run = '' } of job.steps) {
            if (uses !== '') assert.match(uses, /^actions\/[\w-]+@[\da-f]{40}$/);
            // What others may write, such as the name of a branch, is never part of a script.
            assert.doesNotMatch(run, /\$\{\{/);
          }
        }
      });
    }
  }

  test('test_a_workflow_that_is_wrong_is_found', () => {
    const [first] = workflows(OWN_MANAGER, '');
    const content = first?.content.replace('runs-on', 'run-on') ?? '';
    assert.match(faultsOf('x.yml', content).join(), /run-on/);
  });

  for (const { file, content } of workflows(OWN_MANAGER, '')) {
    test(`test_this_project_runs_${file}_as_init_writes_it`, () => {
      assert.equal(readFileSync(join(ROOT, file), 'utf8'), content);
    });
  }
});
