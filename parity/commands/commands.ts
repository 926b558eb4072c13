import type { Command } from './command.ts';
import { explain } from './explain.ts';
import { init } from './init.ts';

/** The commands of `lockstep`, as the help lists them. */
export const COMMANDS: readonly Command[] = [init, explain];
