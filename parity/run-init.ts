import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Host } from './commands/command.ts';
import { discoverPairs } from './discover-pairs.ts';
import { CONFIG_NAMES } from './find-config.ts';
import { nextSteps } from './init-next-steps.ts';
import { packageManager } from './init-package-manager.ts';
import { initPlan, type PlannedFile } from './init-plan.ts';
import { foldersUp, repositoryOf } from './init-repository.ts';
import { loadConfig } from './load-config.ts';
import { readExports } from './read-exports.ts';
import type { Pair } from './report-model.ts';
import { writeAtomically } from './write-atomically.ts';
import { WrongCall } from './wrong-call.ts';

/** The flags of `lockstep init`. */
export interface InitFlags {
  /** Add to existing hook files without asking. */
  readonly yes?: true;
  /** Overwrite files that differ without asking. */
  readonly force?: true;
}

const ask = async (host: Host, question: string): Promise<boolean> => {
  const prompt = createInterface({ input: host.stdin, output: host.stdout });
  try {
    return /^y(es)?$/i.test((await prompt.question(`${question} [y/N] `)).trim());
  } catch (cause) {
    // Ctrl+C and Ctrl+D reject the question: no answer is no consent to any of the files.
    throw new WrongCall('Nothing was written, as the question was not answered.', { cause });
  } finally {
    prompt.close();
  }
};

const needsConsent = ({ change }: PlannedFile, { yes, force }: InitFlags): boolean =>
  (change === 'replace' && force !== true) || (change === 'extend' && yes !== true && force !== true);

const refusal = (files: readonly PlannedFile[]): WrongCall => {
  const names = (change: PlannedFile['change']): string =>
    files
      .filter((each) => each.change === change)
      .map((each) => each.file)
      .join(', ');
  const [replaced, extended] = [names('replace'), names('extend')];
  const sentences = [
    ...(replaced === '' ? [] : [`It would overwrite ${replaced}: remove it first, or pass --force.`]),
    ...(extended === '' ? [] : [`It would add the check to ${extended}: pass --yes.`]),
  ];
  return new WrongCall(`Nothing was written, as nobody can be asked here. ${sentences.join(' ')}`);
};

/** The files that are to be written: those that need consent only where it is given. */
const consented = async (
  files: readonly PlannedFile[],
  flags: InitFlags,
  host: Host,
): Promise<readonly PlannedFile[]> => {
  const unasked = files.filter((each) => needsConsent(each, flags));
  if (unasked.length > 0 && !host.stdin.isTTY) throw refusal(unasked);
  const refused = new Set<PlannedFile>();
  for (const each of unasked) {
    const question =
      each.change === 'replace'
        ? `${each.file} is there and differs. Overwrite it?`
        : `Add the check to ${each.file}?`;
    if (!(await ask(host, question))) refused.add(each);
  }
  return files.filter((each) => !refused.has(each));
};

const DONE = { create: 'created', extend: 'extended', replace: 'overwrote', same: 'unchanged' } as const;

const listed = (pairs: readonly Pair[]): string =>
  pairs.map(({ name, sync, async }) => `  ${name}: ${sync} | ${async}\n`).join('');

/** The pairs of the config when there is one, or else those that the sources suggest. */
const pairsOf = async (cwd: string, hasConfig: boolean, host: Host): Promise<readonly Pair[]> => {
  if (hasConfig) return (await loadConfig(cwd)).config.pairs;
  const pairs = discoverPairs(readExports(cwd));
  host.stdout.write(
    pairs.length === 0
      ? `No pair was found by name. Add yours to ${CONFIG_NAMES[0]}, then run 'lockstep check'.\n`
      : `Found ${pairs.length === 1 ? 'a pair' : `${pairs.length} pairs`}:\n${listed(pairs)}`,
  );
  return pairs;
};

/**
 * Sets a project up: finds its pairs and writes the config, the compiler's gate, a workflow and a hook; says what it did.
 *
 * @throws {WrongCall} when the folder is no project, or a file would be changed and nobody can be asked.
 */
export const runInit = async (flags: InitFlags, host: Host): Promise<void> => {
  const { cwd } = host;
  if (!existsSync(join(cwd, 'package.json'))) {
    throw new WrongCall(
      `There is no package.json in ${cwd}. Run 'lockstep init' in the folder of the project.`,
    );
  }
  const existing = CONFIG_NAMES.find((name) => existsSync(join(cwd, name)));
  const pairs = await pairsOf(cwd, existing !== undefined, host);
  const files = await consented(initPlan(cwd, pairs, existing !== undefined), flags, host);
  if (existing !== undefined) host.stdout.write(`unchanged ${existing}\n`);
  for (const { file, content, change, executable } of files) {
    if (change !== 'same') writeAtomically(join(cwd, file), content, executable ? 0o755 : undefined);
    host.stdout.write(`${DONE[change]} ${file}\n`);
  }
  if (existing === undefined && pairs.length > 0) {
    host.stdout.write(nextSteps(packageManager(foldersUp(repositoryOf(cwd))).exec));
  }
};
