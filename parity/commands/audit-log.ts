import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { BEGINNING, type ChainEnd, followLine } from '../audit-log-verify.ts';
import { WrongCall } from '../wrong-call.ts';
import type { Command, Host } from './command.ts';

interface Flags {
  readonly count?: string;
  readonly head?: string;
  readonly after?: string;
}

const HASH = /^[0-9a-f]{64}$/;

const hashOf = (flag: string, value: string | undefined): string | undefined => {
  if (value === undefined || HASH.test(value)) return value;
  throw new WrongCall(`${flag} takes a hash of 64 hexadecimal digits, not '${value}'.`);
};

const countOf = (value: string | undefined): number | undefined => {
  if (value === undefined || /^\d+$/.test(value)) return value === undefined ? undefined : Number(value);
  throw new WrongCall(`--count takes a whole number, not '${value}'.`);
};

/** Where the chain of the files begins: at the beginning, or after the entry whose number and hash `--after` gives. */
const beginningOf = (value: string | undefined): ChainEnd => {
  if (value === undefined) return BEGINNING;
  const [sequence = '', hash = ''] = value.split(':');
  if (/^\d+$/.test(sequence) && HASH.test(hash)) return { count: 0, sequence: Number(sequence), hash };
  throw new WrongCall(`--after takes <sequence>:<hash> of the last entry before, not '${value}'.`);
};

const follow = async (file: string, before: ChainEnd, host: Host): Promise<ChainEnd | string> => {
  const handle = await open(resolve(host.cwd, file)).catch((error: unknown) => {
    throw new WrongCall(`'${file}' cannot be read: ${(error as Error).message}`);
  });
  let end = before;
  let number = 0;
  for await (const line of handle.readLines()) {
    number += 1;
    const next = followLine(line, end);
    if (typeof next === 'string') return `${file}:${number}: ${next}`;
    end = next;
  }
  return end;
};

/** `lockstep audit-log verify`: whether an audit log is as the runtimes wrote it. */
export const auditLog: Command = {
  name: 'audit-log',
  summary: 'verify <files...>: check the hash chain of an audit log, rotated files first',
  define: (parser) =>
    parser
      // Declared as arguments they would make the list of commands too wide to be wrapped.
      .allowExcessArguments()
      .usage('[options] verify <files...>   (oldest first)')
      .option('--after <sequence:hash>', 'the last entry before the first file, where older files are gone')
      .option('--count <n>', 'how many entries there have to be, so that a cut end shows')
      .option(
        '--head <hash>',
        'the hash of the last entry, kept elsewhere, so that a cut or rewritten log shows',
      ),
  run: async (parser, host) => {
    const [action, ...files] = parser.args;
    if (action !== 'verify' || files.length === 0)
      throw new WrongCall(
        `Write 'lockstep audit-log verify <files...>', not '${['audit-log', ...parser.args].join(' ')}'.`,
      );
    const flags = parser.opts<Flags>();
    const [count, head] = [countOf(flags.count), hashOf('--head', flags.head)];
    let end = beginningOf(flags.after);
    const broken = (reason: string): number => {
      host.stdout.write(`Broken. ${reason}\n`);
      return 1;
    };
    for (const file of files) {
      const next = await follow(file, end, host);
      if (typeof next === 'string') return broken(next);
      end = next;
    }
    if (count !== undefined && count !== end.count) {
      return broken(`There are ${end.count} entries, where --count says ${count}.`);
    }
    if (head !== undefined && head !== end.hash) {
      return broken(`The last entry has the hash ${end.hash}, where --head says ${head}.`);
    }
    const anchored = count !== undefined || head !== undefined;
    host.stdout.write(`Intact: ${end.count} entries, head ${end.hash}.\n`);
    if (!anchored) {
      host.stdout.write(
        'Entries cut off at the end do not show by the chain alone: give --count or --head.\n',
      );
    }
    return 0;
  },
};
