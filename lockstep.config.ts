import { runtimeMembers, runtimeOptions } from './parity/allowlist.ts';
import { defineConfig } from './parity/config.ts';
import { pairs } from './parity/pairs.ts';

export default defineConfig({
  pairs,
  allow: [
    ...runtimeMembers.map(({ member, side, reason }) => ({
      pair: 'runtime',
      member,
      check: 'uncontracted-member',
      side,
      reason,
    })),
    ...runtimeOptions.map(({ reason }) => ({
      pair: 'runtime',
      member: 'constructor',
      check: 'ignored-option',
      reason,
    })),
  ],
});
