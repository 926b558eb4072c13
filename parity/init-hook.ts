import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isMap, isSeq, parseDocument } from 'yaml';

/** A change to the file of a hook manager: the whole file as it is to be. */
export interface HookFile {
  /** The path, absolute. */
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

/** What joins a hook, and the text by which a file tells that it already has. */
interface HookCommand {
  readonly hook: (typeof HOOKS)[number]['name'];
  readonly command: string;
  readonly known: string;
  /** From the folder of the hooks to the project, with forward slashes; `''` where it is that. */
  readonly folder: string;
}

const enter = (folder: string): string => `cd '${folder.replaceAll("'", "'\\''")}'`;

/** A command of a shell that stands in another folder while it runs, and in this one after. */
const inFolder = ({ command, folder }: HookCommand): string =>
  folder === '' ? command : `(${enter(folder)} && ${command})`;

const LEFTHOOK_FILES = ['lefthook.yml', 'lefthook.yaml', '.lefthook.yml', '.lefthook.yaml'];

type Edit = (text: string, { hook, command }: HookCommand) => string;

const lefthook: Edit = (text, { hook, command, folder }) => {
  const document = parseDocument(text);
  const root = folder === '' ? {} : { root: `${folder}/` };
  const name = folder === '' ? 'lockstep' : `lockstep ${folder}`;
  const run = { ...root, glob: '*.{ts,mts,cts,tsx}', run: command };
  const jobs = document.getIn([hook, 'jobs']);
  // The name is that of one project: others of the repository have theirs.
  const isThere = isSeq(jobs)
    ? jobs.items.some((job) => isMap(job) && job.get('name') === name)
    : document.hasIn([hook, 'commands', name]);
  if (isThere) return text;
  if (isSeq(jobs)) {
    document.addIn([hook, 'jobs'], document.createNode({ name, ...run }));
  } else {
    document.setIn([hook, 'commands', name], document.createNode(run));
  }
  return document.toString({ lineWidth: 0 });
};

const husky: Edit = (text, hook) =>
  `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${inFolder(hook)}\n`;

/** The indentation of a JSON file, so that a change of one key leaves the other lines as they are. */
const indentation = (text: string): string => /^[\t ]+(?=")/m.exec(text)?.[0] ?? '  ';

const simpleGitHooks: Edit = (text, { hook, ...rest }) => {
  const command = inFolder({ hook, ...rest });
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

const read = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');

const change = (file: string, edit: Edit, hooks: readonly HookCommand[], executable: boolean): HookFile => ({
  file,
  content: hooks.reduce((text, each) => (text.includes(each.known) ? text : edit(text, each)), read(file)),
  executable,
});

/** The hooks of the manager that a folder has; none when it has no manager. */
const hooksIn = (base: string, joining: readonly HookCommand[]): readonly HookFile[] => {
  const lefthookFile = LEFTHOOK_FILES.find((file) => existsSync(join(base, file)));
  if (lefthookFile !== undefined) return [change(join(base, lefthookFile), lefthook, joining, false)];
  if (existsSync(join(base, '.husky'))) {
    return joining.map((each) => change(join(base, '.husky', each.hook), husky, [each], true));
  }
  const manifest = read(join(base, 'package.json'));
  return manifest !== '' && usesSimpleGitHooks(manifest)
    ? [change(join(base, 'package.json'), simpleGitHooks, joining, false)]
    : [];
};

/**
 * The hooks for the hook manager that the first of some folders has, none when none has: the check and the gate before a
 * commit, the suites before a push, in the folder of the project. A file that already runs them comes back as it is. The
 * check reads the whole program: it is never given the staged files alone.
 */
export const hookFiles = (folders: readonly string[], exec: string, cwd: string): readonly HookFile[] => {
  for (const base of folders) {
    const folder = relative(base, cwd).replaceAll('\\', '/');
    const joining = HOOKS.map(({ name, commands }): HookCommand => {
      const command = commands.map((each) => `${exec} ${each}`).join(' && ');
      const known = folder === '' ? commands[0] : `${enter(folder)} && ${exec} ${commands[0]}`;
      return { hook: name, command, folder, known };
    });
    const found = hooksIn(base, joining);
    if (found.length > 0) return found;
  }
  return [];
};
