import type { Command as Parser } from 'commander';
import { didYouMean } from '../did-you-mean.ts';
import { FORMATS, type Format } from '../render/formats.ts';
import { WrongCall } from '../wrong-call.ts';

/** The flags of `lockstep check` and `lockstep watch`. */
export interface CheckFlags {
  readonly sync?: string;
  readonly async?: string;
  readonly pair?: readonly string[];
  readonly config?: string;
  readonly format: Format;
  readonly output?: string;
  readonly updateBaseline?: true;
  readonly watch?: true;
  /** `false` with `--no-color`. */
  readonly color: boolean;
}

const NAMES = Object.keys(FORMATS);

const isFormat = (name: string): name is Format => NAMES.includes(name);

const parseFormat = (name: string): Format => {
  if (isFormat(name)) return name;
  throw new WrongCall(`There is no format '${name}'. ${didYouMean(name, NAMES)}`);
};

/** Adds the flags that `check` and `watch` share. */
export const defineCheckFlags = (parser: Parser): Parser =>
  parser
    .option('--sync <module#Export>', "the sync side of one pair, such as 'node:fs#*Sync'")
    .option('--async <module#Export>', "its async side, such as 'node:fs/promises#*'")
    .option(
      '--pair <name>',
      'a pair of the config; can be given more than once',
      (name: string, all: readonly string[] = []) => [...all, name],
    )
    .option('--config <file>', 'the config, instead of the nearest lockstep.config.*')
    .option('--format <format>', `how to print the report: ${NAMES.join(', ')}`, parseFormat, 'text')
    .option('--output <file>', 'write the report to a file')
    .option('--no-color', 'print without colour, also on a terminal');
