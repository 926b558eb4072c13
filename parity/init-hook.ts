import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSeq, parseDocument } from 'yaml';

/** A change to the file of a hook manager: the whole file as it is to be. */
export interface HookFile {
  readonly file: string;
  readonly content: string;
  /** Whether the file has to be executable. */
  readonly executable: boolean;
}

const COMMAND = 'lockstep check';

const LEFTHOOK_FILES = ['lefthook.yml', 'lefthook.yaml', '.lefthook.yml', '.lefthook.yaml'];

const lefthook = (text: string, command: string): string => {
  const document = parseDocument(text);
  const run = { glob: '*.{ts,mts,cts,tsx}', run: command };
  if (isSeq(document.getIn(['pre-commit', 'jobs']))) {
    document.addIn(['pre-commit', 'jobs'], document.createNode({ name: 'lockstep', ...run }));
  } else {
    document.setIn(['pre-commit', 'commands', 'lockstep'], document.createNode(run));
  }
  return document.toString({ lineWidth: 0 });
};

const husky = (text: string, command: string): string =>
  `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${command}\n`;

/** The indentation of a JSON file, so that a change of one key leaves the other lines as they are. */
const indentation = (text: string): string => /^[\t ]+(?=")/m.exec(text)?.[0] ?? '  ';

const simpleGitHooks = (text: string, command: string): string => {
  const manifest = JSON.parse(text);
  const hooks = manifest['simple-git-hooks'] ?? {};
  const existing = hooks['pre-commit'];
  const preCommit = existing === undefined ? command : `${existing} && ${command}`;
  const changed = { ...manifest, 'simple-git-hooks': { ...hooks, 'pre-commit': preCommit } };
  return `${JSON.stringify(changed, null, indentation(text))}${text.endsWith('\n') ? '\n' : ''}`;
};

const usesSimpleGitHooks = (manifest: string): boolean => {
  const { 'simple-git-hooks': hooks, devDependencies = {}, dependencies = {} } = JSON.parse(manifest);
  const installed = 'simple-git-hooks' in devDependencies || 'simple-git-hooks' in dependencies;
  return installed || (typeof hooks === 'object' && hooks !== null);
};

const read = (cwd: string, file: string): string =>
  existsSync(join(cwd, file)) ? readFileSync(join(cwd, file), 'utf8') : '';

/**
 * The pre-commit hook for the hook manager that a project has, `null` when it has none. A file that already runs
 * the check comes back as it is. The check reads the whole program: it is never given the staged files alone.
 */
export const hookFile = (cwd: string, exec: string): HookFile | null => {
  const command = `${exec} ${COMMAND}`;
  const change = (
    file: string,
    edit: (text: string, command: string) => string,
    executable: boolean,
  ): HookFile => {
    const text = read(cwd, file);
    return { file, content: text.includes(COMMAND) ? text : edit(text, command), executable };
  };
  const lefthookFile = LEFTHOOK_FILES.find((file) => existsSync(join(cwd, file)));
  if (lefthookFile !== undefined) return change(lefthookFile, lefthook, false);
  if (existsSync(join(cwd, '.husky'))) return change('.husky/pre-commit', husky, true);
  const manifest = read(cwd, 'package.json');
  if (manifest !== '' && usesSimpleGitHooks(manifest)) return change('package.json', simpleGitHooks, false);
  return null;
};
