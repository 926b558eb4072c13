import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useColor } from '../../parity/use-color.ts';

const CASES: readonly (readonly [boolean, Parameters<typeof useColor>[0], string])[] = [
  [true, { flag: true, env: {}, isTerminal: true }, 'on a terminal'],
  [false, { flag: true, env: {}, isTerminal: undefined }, 'in a pipe, of which Node says nothing'],
  [false, { flag: true, env: { CI: 'true' }, isTerminal: undefined }, 'in a pipe of a build server'],
  [false, { flag: true, env: { TERM: 'dumb' }, isTerminal: true }, 'on a terminal that has none'],
  [false, { flag: true, env: { NO_COLOR: '1' }, isTerminal: true }, 'with NO_COLOR'],
  [
    true,
    { flag: true, env: { NO_COLOR: '' }, isTerminal: true },
    'with an empty NO_COLOR, which says nothing',
  ],
  [true, { flag: true, env: { FORCE_COLOR: '1' }, isTerminal: false }, 'in a pipe with FORCE_COLOR'],
  [false, { flag: true, env: { FORCE_COLOR: '0' }, isTerminal: true }, 'with FORCE_COLOR=0'],
  [false, { flag: true, env: { FORCE_COLOR: '1', NO_COLOR: '1' }, isTerminal: true }, 'with both'],
  [
    false,
    { flag: false, env: { FORCE_COLOR: '1' }, isTerminal: true },
    'with --no-color, whatever else is set',
  ],
];

for (const [expected, facts, name] of CASES) {
  test(`${expected ? 'colour' : 'no colour'} ${name}`, () => assert.equal(useColor(facts), expected));
}
