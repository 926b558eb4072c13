import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  assertInStep,
  checkPair,
  type PairReport,
  readSurface,
  report,
  ToolkitError,
} from '../../parity/index.ts';
import { FIXTURES } from './fixtures.ts';

const agrees = { sync: './missing-member/agrees.ts#Store', async: './missing-member/agrees.ts#AsyncStore' };
const drifts = { sync: './missing-member/drifts.ts#Store', async: './missing-member/drifts.ts#AsyncStore' };

describe('assertInStep', () => {
  test('passes, and gives the report, when the sides are in step', () => {
    const { findings, members }: PairReport = assertInStep({ ...agrees, cwd: FIXTURES });
    assert.deepEqual(findings, []);
    assert.equal(members.compared, 2);
  });

  test('fails with every difference, its place and both signatures', () => {
    assert.throws(() => assertInStep({ ...drifts, cwd: FIXTURES }), {
      name: 'AssertionError',
      message:
        /missing-member\/drifts\.ts:8:14 missing-member: 'close' \(method\) is missing[\s\S]*sync: {2}close\(\): void[\s\S]*'size'/,
    });
  });

  const reason = 'the async side is closed by `await using`';

  test('accepts what is allowed with a reason', () => {
    const allow = [
      { member: 'close', check: 'missing-member', reason },
      { member: 'size', check: 'missing-member', side: 'async', reason },
    ] as const;
    assert.equal(assertInStep({ ...drifts, cwd: FIXTURES, allow }).findings.length, 2);
  });

  test('fails for an entry that covers nothing, and for one without a reason', () => {
    const stale = [{ member: 'close', check: 'missing-member', reason }] as const;
    assert.throws(() => assertInStep({ ...agrees, cwd: FIXTURES, allow: stale }), /remove the entry/);
    const allow = [
      { member: 'close', check: 'missing-member', reason: ' ' },
      { member: 'size', check: 'missing-member', reason },
    ] as const;
    assert.throws(() => assertInStep({ ...drifts, cwd: FIXTURES, allow }), /without a reason: give one/);
  });

  test('a side that cannot be read is an error of its own', () => {
    assert.throws(() => assertInStep({ ...agrees, sync: './nope.ts#Store', cwd: FIXTURES }), ToolkitError);
  });
});

describe('readSurface', () => {
  test('reads a class into plain data', () => {
    const surface = readSurface('./parameter-default/agrees.ts#Store', { cwd: FIXTURES });
    assert.equal(surface.kind, 'class');
    assert.deepEqual(JSON.parse(JSON.stringify(surface)), surface);
    const list = surface.members.find(({ name }) => name === 'list');
    assert.deepEqual(list?.defaults, { limit: '10', order: "'up'" });
    assert.deepEqual(list?.signatures, [
      {
        typeParameters: [],
        this: null,
        parameters: [
          { name: 'limit', type: 'number', optional: true, rest: false },
          { name: 'order', type: '"down" | "up"', optional: true, rest: false },
        ],
        result: 'string[]',
        abstract: false,
      },
    ]);
    assert.deepEqual(list?.place, { file: 'parameter-default/agrees.ts', line: 2, column: 3 });
  });

  test('reads type parameters, visibility, accessors and comments', () => {
    const generic = readSurface('./generic-constraint/drifts.ts#Store', { cwd: FIXTURES });
    assert.deepEqual(generic.members[0]?.signatures[0]?.typeParameters, [
      { name: 'T', constraint: '{ id: number; }', default: null, const: false },
    ]);
    const hidden = readSurface('./visibility-mismatch/drifts.ts#AsyncStore', { cwd: FIXTURES });
    assert.equal(hidden.members.find(({ name }) => name === 'flush')?.visibility, 'protected');
    const accessors = readSurface('./accessor-mismatch/drifts.ts#Store', { cwd: FIXTURES });
    assert.equal(accessors.members.find(({ name }) => name === 'path')?.setter, 'string | URL');
    const comments = readSurface('./throws-mismatch/drifts.ts#Store', { cwd: FIXTURES });
    assert.deepEqual(comments.members[0]?.throws, ['RangeError']);
  });
});

describe('checkPair and report', () => {
  test('give the same bytes whenever they are asked', () => {
    const once = () => JSON.stringify(checkPair({ name: 'pair', ...drifts }, { cwd: FIXTURES }));
    assert.equal(once(), once());
  });

  test('a report is in step when nothing stands that is not allowed', () => {
    const { findings, members } = checkPair({ name: 'pair', ...drifts }, { cwd: FIXTURES });
    const pair = { name: 'pair', ...drifts };
    assert.equal(report([{ pair, members, findings }]).ok, false);
    const allowed = findings.map((each) => ({ ...each, allowed: { reason: 'known' } }));
    assert.equal(report([{ pair, members, findings: allowed }]).ok, true);
  });
});
