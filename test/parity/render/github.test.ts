import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderGithub } from '../../../parity/render/github.ts';
import { context, drifted, finding, pair, report } from './sample-report.ts';

const annotations = (text: string): readonly string[] =>
  text.split('\n').filter((line) => line.startsWith('::error '));

test('each standing finding is an annotation with its place, the gravest check first', () => {
  const lines = annotations(renderGithub(drifted, context));
  assert.deepEqual(
    lines.map((line) => line.slice(0, line.indexOf('::', 2))),
    [
      '::error file=src/async-store.ts,line=3,col=14,title=lockstep(missing-member)',
      '::error file=src/async-store.ts,line=7,col=3,title=lockstep(parameter-name)',
      '::error file=lockstep.config.ts,title=lockstep(stale-exemption)',
    ],
  );
  assert.ok(
    lines[1]?.endsWith('%0Async   get(key: string): string%0Aasync  get(name: string): Promise<string>'),
  );
});

test('no more than ten annotations, and a line that says how many are left', () => {
  const many = Array.from({ length: 23 }, (_, index) => finding({ member: `m${index}` }));
  const grave = finding({ check: 'missing-member', member: 'last' });
  const text = renderGithub(report(pair([...many, grave])), context);
  assert.equal(annotations(text).length, 10);
  assert.match(annotations(text)[0] ?? '', /missing-member/);
  assert.match(text, /^14 more findings: see the summary of this step\.$/m);
});

test('a percent sign, a line feed, a colon and a comma cannot break out of an annotation', () => {
  const text = renderGithub(
    report(
      pair([
        finding({
          file: 'src/a,b:c%.ts',
          message: '100 %\r\n::warning::x',
          syncSignature: null,
          asyncSignature: null,
        }),
      ]),
    ),
    context,
  );
  assert.equal(
    annotations(text)[0],
    '::error file=src/a%2Cb%3Ac%25.ts,line=7,col=3,title=lockstep(parameter-name)::Store: 100 %25%0D%0A::warning::x',
  );
  assert.equal(text.split('\n').filter((line) => line.startsWith('::warning')).length, 0);
});
