import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { sharedFolder } from '../../../parity/testing/index.ts';

const folder = sharedFolder(basename(process.argv[1] ?? ''));

/** The folder that the nodes are confined to, the same in each test so that both sides see the same paths. */
export const root = join(folder, 'root');

/** Another folder, with `secret.txt`. */
export const outside = join(folder, 'outside');

/** Makes both folders anew: files, a folder, and links inside, outside, to nowhere and round in a circle. */
export const freshRoot = (): undefined => {
  for (const each of [root, outside]) rmSync(each, { recursive: true, force: true });
  mkdirSync(join(root, 'folder'), { recursive: true });
  mkdirSync(outside);
  writeFileSync(join(outside, 'secret.txt'), 'secret');
  writeFileSync(join(root, 'a.txt'), 'héllo 😀\n');
  writeFileSync(join(root, 'marked.txt'), '\uFEFFmarked');
  writeFileSync(join(root, 'data.json'), '{ "list": [1, null, "x"] }');
  writeFileSync(join(root, 'latin1.txt'), Buffer.from([0x68, 0xe9]));
  writeFileSync(join(root, 'empty.txt'), '');
  symlinkSync(join(root, 'a.txt'), join(root, 'link-inside'));
  symlinkSync(join(outside, 'secret.txt'), join(root, 'link-outside'));
  symlinkSync(outside, join(root, 'folder-outside'));
  symlinkSync(join(root, 'nowhere'), join(root, 'link-nowhere'));
  symlinkSync(join(root, 'circle'), join(root, 'circle'));
};

/** Makes a named pipe in the root, which nobody reads or writes: to open it would block for ever. */
export const makePipe = (name: string): undefined => {
  execFileSync('mkfifo', [join(root, name)]);
};

/** The names in a folder. */
export const namesIn = (path: string): readonly string[] => readdirSync(path).sort();
