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

/** The hooks of Git that Lockstep joins: what takes seconds before a commit, the suites before a push. */
const HOOKS = [
  { name: 'pre-commit', commands: ['lockstep check', 'lockstep gate --staged'] },
  { name: 'pre-push', commands: ['lockstep test'] },
] as const;

/** What joins a hook, and how a file tells that it already has. */
interface HookCommand {
  readonly hook: (typeof HOOKS)[number]['name'];
  readonly command: string;
  readonly known: string;
}

const LEFTHOOK_FILES = ['lefthook.yml', 'lefthook.yaml', '.lefthook.yml', '.lefthook.yaml'];

type Edit = (text: string, { hook, command }: HookCommand) => string;

const lefthook: Edit = (text, { hook, command }) => {
  const document = parseDocument(text);
  const run = { glob: '*.{ts,mts,cts,tsx}', run: command };
  if (isSeq(document.getIn([hook, 'jobs']))) {
    document.addIn([hook, 'jobs'], document.createNode({ name: 'lockstep', ...run }));
  } else {
    document.setIn([hook, 'commands', 'lockstep'], document.createNode(run));
  }
  return document.toString({ lineWidth: 0 });
};

const husky: Edit = (text, { command }) =>
  `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${command}\n`;

/** The indentation of a JSON file, so that a change of one key leaves the other lines as they are. */
const indentation = (text: string): string => /^[\t ]+(?=")/m.exec(text)?.[0] ?? '  ';

const simpleGitHooks: Edit = (text, { hook, command }) => {
  const manifest = JSON.parse(text);
  const hooks = manifest['simple-git-hooks'] ?? {};
  const existing = hooks[hook];
  const joined = existing === undefined ? command : `${existing} && ${command}`;
  const changed = { ...manifest, 'simple-git-hooks': { ...hooks, [hook]: joined } };
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
 * The hooks for the hook manager that a project has, none when it has no manager: the check and the gate before a commit,
 * the suites before a push. A file that already runs them comes back as it is. The check reads the whole program: it is never
 * given the staged files alone.
 */
export const hookFiles = (cwd: string, exec: string): readonly HookFile[] => {
  const joining = HOOKS.map(({ name, commands }) => ({
    hook: name,
    command: commands.map((command) => `${exec} ${command}`).join(' && '),
    known: commands[0],
  }));
  const change = (file: string, edit: Edit, hooks: readonly HookCommand[], executable: boolean): HookFile => {
    const content = hooks.reduce(
      (text, each) => (text.includes(each.known) ? text : edit(text, each)),
      read(cwd, file),
    );
    return { file, content, executable };
  };
  const lefthookFile = LEFTHOOK_FILES.find((file) => existsSync(join(cwd, file)));
  if (lefthookFile !== undefined) return [change(lefthookFile, lefthook, joining, false)];
  if (existsSync(join(cwd, '.husky'))) {
    return joining.map((each) => change(`.husky/${each.hook}`, husky, [each], true));
  }
  const manifest = read(cwd, 'package.json');
  return manifest !== '' && usesSimpleGitHooks(manifest)
    ? [change('package.json', simpleGitHooks, joining, false)]
    : [];
};
