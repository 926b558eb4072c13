import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, it } from 'node:test';
import { root } from './doc-blocks.ts';

interface Packed {
  readonly files: readonly { readonly path: string }[];
}

const packedFiles = (): readonly string[] => {
  const answer = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [packed]: readonly Packed[] = JSON.parse(answer);
  return (packed?.files ?? []).map(({ path }) => path);
};

/** The pages that a page leads to, as paths from the root of the repository. */
const pagesLinkedFrom = (page: string): readonly string[] =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/\]\(([\w./-]+\.md)/g)].map(([, link = '']) =>
    posix.join(posix.dirname(page), link),
  );

describe('TestPackedPages', () => {
  it('test_every_page_that_a_packed_page_leads_to_is_packed', () => {
    const files = packedFiles();
    const pages = files.filter((file) => file.endsWith('.md') && !file.startsWith('dist/'));
    const lost = pages.flatMap((page) =>
      pagesLinkedFrom(page)
        .filter((linked) => !files.includes(linked))
        .map((linked) => `${page} leads to ${linked}`),
    );
    assert.ok(pages.includes('README.md'));
    assert.deepEqual(lost, []);
  });
});
