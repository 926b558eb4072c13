import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FORMATS } from '../../../parity/render/formats.ts';
import { context, drifted, finding, pair, report } from './sample-report.ts';

for (const [name, render] of Object.entries(FORMATS)) {
  test(`${name} ends with one line feed, has no carriage return and is the same every time`, () => {
    const text = render(drifted, context);
    assert.match(text, /[^\n]\n$/);
    assert.ok(!text.includes('\r'));
    assert.equal(render(structuredClone(drifted), context), text);
  });

  test(`${name} shows every standing finding`, () => {
    const text = render(drifted, context);
    for (const check of ['parameter-name', 'missing-member', 'stale-exemption'])
      assert.ok(text.includes(check), check);
  });

  test(`${name} renders a report of no pair`, () => {
    assert.ok(render({ ...report(), ok: false }, context).length > 0);
  });

  test(`${name} keeps signatures of several lines and text of several scripts`, () => {
    const text = render(
      report(pair([finding({ syncSignature: 'get(a: 1): 1\nget(b: 2): 2', message: 'naïve 名前 😀' })])),
      context,
    );
    assert.ok(text.includes('naïve 名前 😀'));
    assert.ok(!text.includes('\r'));
  });
}
