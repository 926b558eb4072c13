/** What an adopter installs: the packed package in an empty folder, without development and optional packages. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dependencyReasons } from '../integration/dependency-reasons.ts';
import { type InstalledPackage, installedPackages } from '../integration/installed-packages.ts';
import { progress } from './progress.ts';
import { type Figure, report } from './report.ts';

const ROOT = join(import.meta.dirname, '..', '..');

const npm = (folder: string, ...args: readonly string[]): undefined => {
  const run = spawnSync('npm', [...args, '--loglevel=error', '--no-audit', '--no-fund'], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) throw new Error(`npm ${args.join(' ')} fails:\n${run.stdout}${run.stderr}`);
};

const installed = (folder: string): readonly InstalledPackage[] => {
  progress('packing');
  npm(ROOT, 'pack', '--pack-destination', folder);
  const archive = readdirSync(folder).find((file) => file.endsWith('.tgz')) ?? '';
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  progress('installing');
  npm(folder, 'install', '--omit=dev', '--omit=optional', `./${archive}`);
  progress('');
  return installedPackages(folder);
};

const isCompiler = ({ name }: InstalledPackage): boolean => name === 'typescript';

const folder = mkdtempSync(join(tmpdir(), 'lockstep-install-'));
try {
  const packages = installed(folder);
  const megabytes = (of: readonly InstalledPackage[]): number =>
    of.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
  const figures = packages.map(
    (each): Figure => ({
      what: `${each.name} ${each.version}`,
      value: megabytes([each]),
      unit: 'MB',
      detail:
        each.name === 'lockstep' ? 'this package' : (dependencyReasons[each.name] ?? 'no reason is given'),
    }),
  );
  report("What an adopter installs (the compiler's platform package, which is optional, comes on top)", [
    ...figures,
    {
      what: 'all but typescript',
      value: megabytes(packages.filter((each) => !isCompiler(each))),
      unit: 'MB',
      limit: { atMost: 40 },
      detail: `${packages.length} packages`,
    },
    {
      what: 'install scripts',
      value: packages.filter(({ hasInstallScript }) => hasInstallScript).length,
      unit: 'packages',
      limit: { atMost: 0 },
    },
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
