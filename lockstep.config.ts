import { defineConfig } from 'lockstep/parity';
import { runtimeMembers, runtimeOptions } from './parity/allowlist.ts';
import { pairs } from './parity/pairs.ts';

// The type gate holds the same exceptions: here they are read as findings, of members and of constructor options.
const members = runtimeMembers.map(({ member, reason }) => ({
  pair: 'runtime',
  member,
  check: 'uncontracted-member',
  reason,
}));

const options = {
  pair: 'runtime',
  member: 'constructor',
  check: 'ignored-option',
  reason: runtimeOptions.map(({ member, reason }) => `${member}: ${reason}`).join('; '),
};

export default defineConfig({ pairs, allow: [...members, options] });
