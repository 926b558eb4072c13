import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gitRevision } from '../../parity/git-revision.ts';

let folder = '';
const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'lockstep-revision-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

describe('the revision of a folder', () => {
  test('is none outside of Git, and before the first commit', () => {
    assert.deepEqual(gitRevision(folder, {}), { commit: null, branch: null });
    git('init', '--quiet', '--initial-branch', 'topic');
    assert.deepEqual(gitRevision(folder, {}), { commit: null, branch: 'topic' });
  });

  test('is the commit and its branch, which GitHub names where none is checked out', () => {
    git('commit', '--quiet', '--allow-empty', '--message', 'first');
    const commit = git('rev-parse', 'HEAD').trim();
    assert.deepEqual(gitRevision(folder, { GITHUB_REF_NAME: 'main' }), { commit, branch: 'topic' });
    git('checkout', '--quiet', '--detach');
    assert.deepEqual(gitRevision(folder, {}), { commit, branch: null });
    assert.deepEqual(gitRevision(folder, { GITHUB_REF_NAME: 'main' }), { commit, branch: 'main' });
    const pullRequest = { GITHUB_HEAD_REF: 'topic', GITHUB_REF_NAME: '7/merge' };
    assert.equal(gitRevision(folder, pullRequest).branch, 'topic');
  });
});
