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

// Both sides stand on one core, which the tests of each have to cover as well.
const cover = {
  sync: ['src/**/*.ts', '!src/runtime/async-*.ts', '!src/engine/async-*.ts'],
  async: ['src/**/*.ts', '!src/runtime/local-*.ts', '!src/engine/sync-*.ts'],
};

export default defineConfig({
  pairs,
  allow: [...members, options],
  suites: [
    {
      pair: 'runtime',
      shared: ['test/shared'],
      sync: ['test/unit/local'],
      async: ['test/unit/async-local'],
      sources: {
        sync: ['src/runtime/local-runtime.ts', 'src/engine/sync-driver.ts'],
        async: ['src/runtime/async-local-runtime.ts', 'src/engine/async-driver.ts'],
      },
      cover,
    },
  ],
  areas: [
    {
      title: 'Conditional execution',
      files: ['conditional', 'skipping'],
      tests: ['conditional'],
      sources: ['engine/liveness', 'engine/analyze-conditions', 'nodes/switch-node', 'nodes/case-port'],
    },
    {
      title: 'Error handling',
      files: ['error', 'bad-input', 'retries', 'time-limits', 'cancellation', 'abort', '/resilience/'],
      sources: ['src/errors/', 'src/resilience/', 'engine/flights', 'engine/attempt'],
    },
    { title: 'Durability', files: ['durability'], sources: ['src/durability/'] },
    {
      title: 'Security',
      files: ['/security/', '/secrets/'],
      sources: ['src/security/', 'src/secrets/', 'engine/access-', 'engine/run-secrets', 'engine/written-'],
    },
    { title: 'Enterprise features', files: ['enterprise', '/audit/'], sources: ['src/audit/'] },
    { title: 'Resource management', files: ['resource'], sources: ['src/resources/'] },
    {
      title: 'Analytics',
      files: ['analytics', 'planning'],
      sources: ['src/analytics/', 'engine/execute-recorded', 'engine/plan', 'engine/analyze-'],
    },
    {
      title: 'Monitoring',
      files: ['monitoring', 'streaming'],
      sources: ['src/monitoring/', 'runtime/event-hub', 'engine/event-stream', 'engine/reporter'],
    },
    { title: 'Nodes', files: ['/nodes/', '-nodes.'], sources: ['src/nodes/', 'src/sandbox/'] },
    {
      title: 'Workflow execution',
      files: ['test/'],
      sources: ['src/engine/', 'src/runtime/', 'src/workflow/'],
    },
  ],
});
