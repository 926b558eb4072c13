import assert from 'node:assert/strict';
import { test } from 'node:test';
import { COMMENT_MARKER, renderMarkdown } from '../../../parity/render/markdown.ts';
import { context, drifted, finding, pair, report } from './sample-report.ts';

test('the marker comes first, then the verdict, the table, the findings and what is allowed', () => {
  const text = renderMarkdown(drifted, context);
  assert.ok(text.startsWith(`${COMMENT_MARKER}\n## Lockstep: drift\n\nDrift: 3 findings, 1 allowed.`));
  assert.ok(
    text.includes('| Store | drift | 3 | 1 | 5 | 3 | 1 | 1 |\n| Queue | in step | 0 | 0 | 5 | 3 | 1 | 1 |\n'),
  );
  assert.ok(text.includes('  // sync src/store.ts:4:3\n  get(key: string): string\n'));
  assert.ok(text.includes('- Store.many, uncontracted-member: needs an event loop (until 2999-12-31)\n'));
});

test('no markup of a message is rendered, and nobody is notified', () => {
  const text = renderMarkdown(
    report(pair([finding({ message: '<img> | `x` @octocat [a](b)', syncSignature: 'f(): "```"' })])),
    context,
  );
  assert.ok(!text.includes('@octocat'));
  assert.ok(!text.includes('<img>'));
  assert.ok(text.includes('  ````ts\n'));
});
