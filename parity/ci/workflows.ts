import type { PackageManager } from '../init-package-manager.ts';
import { slugOf } from '../init-repository.ts';
import { commentOnce } from './pull-request-comment.ts';
import {
  ALWAYS,
  keepHistory,
  lockstep,
  type Step,
  setUp,
  stepsText,
  summarize,
  upload,
} from './workflow-steps.ts';

/** A workflow of GitHub Actions. */
export interface WorkflowFile {
  /** Relative to the repository. */
  readonly file: string;
  readonly content: string;
}

const ON_CHANGES = `  pull_request:
  push:
    branches: [main, master]
`;

interface Workflow {
  readonly file: string;
  readonly name: string;
  readonly on: string;
  readonly job: string;
  readonly minutes: number;
  /** What the job's token may do beside reading the sources. */
  readonly permissions?: string;
  readonly steps: readonly Step[];
}

/** The value of a key as YAML that means nothing else, whatever it holds. */
const scalar = (text: string): string => (/^[\w./-]+$/.test(text) ? text : JSON.stringify(text));

const workflowText = (
  { file, name, on, job, minutes, permissions, steps }: Workflow,
  folder: string,
): WorkflowFile => ({
  file: `.github/workflows/${folder === '' ? file : file.replace(/(?=\.yml$)/, `-${slugOf(folder)}`)}`,
  content: `name: ${folder === '' ? name : JSON.stringify(`${name} (${folder})`)}

on:
${on}
permissions:
  contents: read

concurrency:
  group: \${{ github.workflow }}-\${{ github.ref }}
  cancel-in-progress: true
${folder === '' ? '' : `\ndefaults:\n  run:\n    working-directory: ${scalar(folder)}\n`}
jobs:
  ${job}:
    runs-on: ubuntu-latest
    timeout-minutes: ${minutes}
${permissions === undefined ? '' : `    permissions:\n      contents: read\n      ${permissions}\n`}    steps:
${stepsText(steps)}`,
});

const parity = (manager: PackageManager): Workflow => ({
  file: 'sync-async-parity.yml',
  name: 'Sync/async parity',
  on: ON_CHANGES,
  job: 'parity',
  minutes: 10,
  steps: [...setUp(manager), lockstep(manager, 'check --format github')],
});

const pullRequest = (manager: PackageManager): Workflow => ({
  file: 'pr-checks.yml',
  name: 'Sync/async gate',
  on: '  pull_request:\n',
  job: 'gate',
  minutes: 10,
  // A branch may have any name: it reaches the shell through a variable, never as text of the script.
  steps: [
    ...setUp(manager, 'whole'),
    lockstep(manager, 'gate --base "origin/$BASE"', 'env:', `  BASE: \${{ github.base_ref }}`),
  ],
});

const QUARTERLY = '0 8 1 1,4,7,10 *';

const daily = (manager: PackageManager, folder: string): Workflow => ({
  file: 'daily-parity-check.yml',
  name: 'Daily sync/async parity',
  on: `  schedule:
    - cron: '0 8 * * *'
    - cron: '${QUARTERLY}'
  workflow_dispatch:
`,
  job: 'parity',
  minutes: 30,
  steps: [
    ...setUp(manager),
    keepHistory(folder),
    lockstep(manager, 'test'),
    lockstep(manager, 'report --record --output parity-report.md', ALWAYS),
    lockstep(
      manager,
      'audit --output parity-audit.md',
      `if: always() && github.event.schedule == '${QUARTERLY}'`,
    ),
    lockstep(manager, 'dashboard --output parity-dashboard.html', ALWAYS),
    [
      '# Does nothing until the repository has one of these secrets.',
      `- ${ALWAYS}`,
      '  env:',
      `    LOCKSTEP_DASHBOARD_WEBHOOK: \${{ secrets.LOCKSTEP_DASHBOARD_WEBHOOK }}`,
      `    LOCKSTEP_SLACK_WEBHOOK: \${{ secrets.LOCKSTEP_SLACK_WEBHOOK }}`,
      '  run: |',
      '    if [ -n "$LOCKSTEP_DASHBOARD_WEBHOOK$LOCKSTEP_SLACK_WEBHOOK" ]; then',
      `      ${manager.exec} lockstep notify`,
      '    fi',
    ],
    summarize('parity-report.md'),
    upload('parity', folder, [
      'parity-report.md',
      'parity-audit.md',
      'parity-dashboard.html',
      '.lockstep/history.jsonl',
    ]),
  ],
});

const comprehensive = (manager: PackageManager, folder: string): Workflow => ({
  file: 'comprehensive-parity-enforcement.yml',
  name: 'Comprehensive sync/async parity',
  on: ON_CHANGES,
  job: 'parity',
  minutes: 30,
  permissions: 'pull-requests: write',
  steps: [
    ...setUp(manager, 'whole'),
    lockstep(manager, 'check --format github'),
    lockstep(manager, 'test', ALWAYS),
    lockstep(
      manager,
      'gate --base "origin/$BASE" --require-tests',
      `if: always() && github.event_name == 'pull_request'`,
      'env:',
      `  BASE: \${{ github.base_ref }}`,
    ),
    lockstep(manager, 'report --output parity-report.md', ALWAYS),
    summarize('parity-report.md'),
    commentOnce('parity-report.md', folder),
    upload('parity', folder, ['parity-report.md', '.lockstep/tests.json', '.lockstep/run/**/coverage/']),
  ],
});

/**
 * The workflows that `lockstep init` writes: this project has the same ones. A project that stands in a folder of its
 * repository, such as `packages/a`, has its own beside those of others; `''` for one that is the whole.
 */
export const workflows = (manager: PackageManager, folder: string): readonly WorkflowFile[] =>
  [parity, pullRequest, daily, comprehensive].map((each) => workflowText(each(manager, folder), folder));
