import type { PackageManager } from './init-package-manager.ts';

// Actions are named by commit, as a tag can be moved; the comment says which release that is.
const CHECKOUT = 'actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0';
const SETUP_NODE = 'actions/setup-node@a0853c24544627f65ddf259abe73b1d18a591444 # v5.0.0';

const setUp = ({ name }: PackageManager): string => {
  if (name === 'npm') return '';
  return name === 'bun' ? '      - run: npm install --global bun\n' : '      - run: corepack enable\n';
};

/** `.github/workflows/sync-async-parity.yml`: the check on each pull request and on each push to the main branch. */
export const workflowText = (manager: PackageManager): string => `name: Sync/async parity

on:
  pull_request:
  push:
    branches: [main, master]

permissions:
  contents: read

concurrency:
  group: \${{ github.workflow }}-\${{ github.ref }}
  cancel-in-progress: true

jobs:
  parity:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: ${CHECKOUT}
        with:
          persist-credentials: false
      - uses: ${SETUP_NODE}
        with:
          node-version: 24
${setUp(manager)}      - run: ${manager.install}
      - run: ${manager.exec} lockstep check --format github
`;
