import type { PackageManager } from '../init-package-manager.ts';
import { slugOf } from '../init-repository.ts';

// Actions are named by commit, as a tag can be moved; the comment says which release that is.
const CHECKOUT = 'actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0';
const SETUP_NODE = 'actions/setup-node@a0853c24544627f65ddf259abe73b1d18a591444 # v5.0.0';
const UPLOAD = 'actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2';
const CACHE = 'actions/cache@0057852bfaa89a56745cba8c7296529d2fc39830 # v4.3.0';

/** A step of a job as lines of YAML, the first with its dash, not yet indented. */
export type Step = readonly string[];

const enableManager = ({ name }: PackageManager): readonly Step[] => {
  if (name === 'npm') return [];
  return [[name === 'bun' ? '- run: npm install --global bun' : '- run: corepack enable']];
};

/** The steps that bring a job its sources, Node.js and packages; with the whole history where a job compares commits. */
export const setUp = (
  manager: PackageManager,
  history: 'last commit' | 'whole' = 'last commit',
): readonly Step[] => [
  [
    `- uses: ${CHECKOUT}`,
    '  with:',
    ...(history === 'whole' ? ['    fetch-depth: 0'] : []),
    '    persist-credentials: false',
  ],
  [`- uses: ${SETUP_NODE}`, '  with:', '    node-version: 24'],
  ...enableManager(manager),
  [`- run: ${manager.install}`],
];

/** A step that runs a command of Lockstep. */
export const lockstep = (manager: PackageManager, command: string, ...rest: readonly string[]): Step => [
  `- run: ${manager.exec} lockstep ${command}`,
  ...rest.map((line) => `  ${line}`),
];

/** What holds for a step that is to run although one before it failed. */
export const ALWAYS = 'if: always()';

/** A path for an action, which starts from the repository wherever commands run. */
const fromRepository = (folder: string, path: string): string => (folder === '' ? path : `${folder}/${path}`);

/** A step that keeps what Lockstep wrote in the folder of a project, whatever the outcome. */
export const upload = (name: string, folder: string, paths: readonly string[]): Step => [
  `- uses: ${UPLOAD}`,
  `  ${ALWAYS}`,
  '  with:',
  `    name: ${[name, ...(folder === '' ? [] : [slugOf(folder)])].join('-')}`,
  '    include-hidden-files: true',
  '    path: |',
  ...paths.map((path) => `      ${fromRepository(folder, path)}`),
];

/** A step that carries the history of the project in a folder from one run to the next. */
export const keepHistory = (folder: string): Step => {
  const key = `lockstep-history-${folder === '' ? '' : `${slugOf(folder)}-`}`;
  return [
    `- uses: ${CACHE}`,
    '  with:',
    `    path: ${JSON.stringify(fromRepository(folder, '.lockstep/history.jsonl')).replace(/^"([\w./-]+)"$/, '$1')}`,
    `    key: ${key}\${{ github.run_id }}`,
    `    restore-keys: ${key}`,
  ];
};

/** A step that shows a file in the summary of the run, also where the token may write no comment. */
export const summarize = (file: string): Step => [
  `- run: cat ${file} >> "$GITHUB_STEP_SUMMARY"`,
  `  ${ALWAYS}`,
];

/** Steps as the lines of a job's list. */
export const stepsText = (steps: readonly Step[]): string =>
  steps.map((step) => step.map((line) => `      ${line}\n`).join('')).join('');
