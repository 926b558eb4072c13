import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderJunit } from '../../../parity/render/junit.ts';
import { context, drifted, finding, pair, report } from './sample-report.ts';

test('a suite a pair, a failure a finding, allowed ones skipped', () => {
  const text = renderJunit(drifted, context);
  assert.ok(text.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="lockstep">\n'));
  assert.match(text, /<testsuite name="Store" tests="5" failures="3" errors="0" skipped="1" time="0">/);
  assert.match(text, /<testsuite name="Queue" tests="1" failures="0" errors="0" skipped="0" time="0">/);
  assert.match(
    text,
    /<testcase classname="Store" name="many uncontracted-member" file="src\/async-store.ts">\n {6}<skipped message="allowed: needs an event loop"\/>/,
  );
});

test('markup and characters that XML forbids are escaped', () => {
  const text = renderJunit(report(pair([finding({ message: 'a < b && "c"\u0000\n]]>' })])), context);
  assert.ok(text.includes('message="a &lt; b &amp;&amp; &quot;c&quot;\ufffd&#10;]]&gt;"'));
  assert.ok(!text.includes('\u0000'));
});

test('a pair of which nothing was compared fails', () => {
  const members = { compared: 0, promisified: 0, same: 0, oneSided: 0 };
  assert.match(renderJunit(report(pair([], { members })), context), /failures="1".*\n.*nothing-compared/);
});
