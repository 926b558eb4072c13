import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A package as npm has installed it. */
export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  /** The size of its files, without packages inside of it. */
  readonly bytes: number;
  readonly hasInstallScript: boolean;
}

interface LockEntry {
  readonly version: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
}

/**
 * What an adopter gets: the packages of a folder's lock file that are neither for development nor optional, largest first.
 *
 * @throws {Error} a package of the lock file is not installed
 */
export const installedPackages = (folder: string): readonly InstalledPackage[] => {
  const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, LockEntry>>;
  };
  return Object.entries(lock.packages)
    .filter(([path, { dev, optional, devOptional }]) => path !== '' && !dev && !optional && !devOptional)
    .map(([path, { version }]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      bytes: sizeOf(join(folder, path)),
      hasInstallScript: hasInstallScript(join(folder, path)),
    }))
    .sort((left, right) => right.bytes - left.bytes);
};

const sizeOf = (folder: string): number => {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) bytes += entry.name === 'node_modules' ? 0 : sizeOf(path);
    else bytes += statSync(path).size;
  }
  return bytes;
};

/** Whether npm would run something when it installs the package in a folder: a script, or `node-gyp` for a `binding.gyp`. */
export const hasInstallScript = (folder: string): boolean => {
  const { scripts = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly scripts?: Readonly<Record<string, string>>;
  };
  const runs = ['preinstall', 'install', 'postinstall'].some((name) => scripts[name] !== undefined);
  return runs || readdirSync(folder).includes('binding.gyp');
};
