import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** How a project installs its packages and runs their commands. */
export interface PackageManager {
  readonly name: 'npm' | 'pnpm' | 'yarn' | 'bun';
  /** The command that installs what the lockfile says, for a workflow. */
  readonly install: string;
  /** What comes before the name of a package's command. */
  readonly exec: string;
}

const NPM: PackageManager = { name: 'npm', install: 'npm ci', exec: 'npx' };

const BY_LOCKFILE: ReadonlyMap<string, PackageManager> = new Map([
  ['pnpm-lock.yaml', { name: 'pnpm', install: 'pnpm install --frozen-lockfile', exec: 'pnpm exec' }],
  ['yarn.lock', { name: 'yarn', install: 'yarn install --immutable', exec: 'yarn' }],
  ['bun.lock', { name: 'bun', install: 'bun install --frozen-lockfile', exec: 'bunx' }],
  ['bun.lockb', { name: 'bun', install: 'bun install --frozen-lockfile', exec: 'bunx' }],
  ['package-lock.json', NPM],
]);

/**
 * The package manager of a project, by the lockfile in the first of some folders that has one, as a workspace has its own
 * further up; npm when none has.
 */
export const packageManager = (folders: readonly string[]): PackageManager =>
  folders
    .flatMap((folder) => [...BY_LOCKFILE].find(([lockfile]) => existsSync(join(folder, lockfile)))?.[1] ?? [])
    .at(0) ?? NPM;
