import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { renderSarif } from '../../../parity/render/sarif.ts';
import { context, drifted, finding, pair, report } from './sample-report.ts';

/** The schema is draft 4; but for the spelling of its own id it means the same in draft 7, which ajv reads. */
const { id, $schema, ...schema } = JSON.parse(
  readFileSync(new URL('../schemas/sarif-2.1.0.schema.json', import.meta.url), 'utf8'),
);
const ajv = new Ajv({ strict: false, unicodeRegExp: false });
formats.default(ajv);
const validate = ajv.compile({ $id: id, ...schema });

const faults = (text: string): unknown => {
  validate(JSON.parse(text));
  return validate.errors ?? [];
};

const results = (text: string) => JSON.parse(text).runs[0].results;

test('the schema itself refuses what is not SARIF', () => {
  assert.notDeepEqual(faults('{"version":"2.1.0"}'), []);
  const absolute = JSON.parse(renderSarif(drifted, context));
  absolute.runs[0].results[0].level = 'fatal';
  assert.notDeepEqual(faults(JSON.stringify(absolute)), []);
});

test('every kind of report is valid SARIF 2.1.0', () => {
  assert.deepEqual(faults(renderSarif(drifted, context)), []);
  assert.deepEqual(faults(renderSarif(report(), context)), []);
  assert.deepEqual(faults(renderSarif(drifted, { ...context, homepage: null, rules: [] })), []);
});

test('rules carry their page and address, results their rule, place and the place of the other side', () => {
  const { tool } = JSON.parse(renderSarif(drifted, context)).runs[0];
  assert.equal(tool.driver.rules[0].helpUri, 'https://example.com/lockstep/parity/checks/missing-member.md');
  assert.equal(tool.driver.rules[0].help.markdown, '# missing-member\n\nThe check missing-member.\n');
  const [first] = results(renderSarif(drifted, context));
  assert.equal(first.ruleId, 'parameter-name');
  assert.equal(tool.driver.rules[first.ruleIndex].id, 'parameter-name');
  assert.deepEqual(first.locations[0].physicalLocation, {
    artifactLocation: { uri: 'src/async-store.ts', uriBaseId: '%SRCROOT%' },
    region: { startLine: 7, startColumn: 3 },
  });
  assert.equal(first.relatedLocations[0].physicalLocation.artifactLocation.uri, 'src/store.ts');
});

test('URIs are relative and escaped, a parent folder included', () => {
  const text = renderSarif(report(pair([finding({ file: '../other/a b#c.ts' })])), context);
  assert.equal(results(text)[0].locations[0].physicalLocation.artifactLocation.uri, '../other/a%20b%23c.ts');
});

test('an allowed finding is a suppressed result with its reason', () => {
  const suppressed = results(renderSarif(drifted, context)).filter(
    (each: { suppressions: [] }) => each.suppressions.length > 0,
  );
  assert.equal(suppressed.length, 1);
  assert.deepEqual(suppressed[0].suppressions, [
    { kind: 'external', status: 'accepted', justification: 'needs an event loop' },
  ]);
});

test('a fingerprint survives a move in the file and tells members apart', () => {
  const print = (given: Parameters<typeof finding>[0]): unknown =>
    results(renderSarif(report(pair([finding(given)])), context))[0].partialFingerprints['lockstep/v1'];
  assert.equal(print({ line: 7 }), print({ line: 70, message: 'other words' }));
  assert.notEqual(print({ member: 'get' }), print({ member: 'set' }));
});
