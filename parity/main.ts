import { CommanderError, Command as Parser } from 'commander';
import type { Command, Host } from './commands/command.ts';
import { COMMANDS } from './commands/commands.ts';
import { ToolkitError } from './errors/toolkit-error.ts';
import { WRONG_CALL } from './exit-code.ts';
import { firstLine } from './first-line.ts';
import { VERSION } from './manifest.ts';

/** Commander's message as a sentence: without its prefix, its suggestion on the same line. */
const parserMessage = (message: string): string => {
  const [fault = '', suggestion] = message.replace(/^error: /, '').split('\n');
  const sentence = `${fault.charAt(0).toUpperCase()}${fault.slice(1).replace(/\.$/, '')}.`;
  const asked = suggestion?.replace(/^\(Did you mean (one of )?(.*?)\??\)$/, "Did you mean $1'$2'?");
  return asked === undefined ? `${sentence} See 'lockstep --help'.` : `${sentence} ${asked}`;
};

/** What went wrong, in one line. What is no wrong call is a fault of Lockstep or of the machine: then the trace is needed. */
const wrong = (error: unknown): string => {
  if (error instanceof CommanderError) return parserMessage(error.message);
  if (error instanceof ToolkitError) return firstLine(error);
  return `It failed: ${firstLine(error)} Set LOCKSTEP_DEBUG=1 to see where.`;
};

const addCommand = (program: Parser, command: Command, host: Host, done: (status: number) => void): void => {
  const parser = program.command(command.name).description(command.summary);
  command.define(parser).action(async () => done(await command.run(parser, host)));
};

/**
 * Runs the command line and gives the exit status: 0 in step, 1 drift, 2 a wrong call or nothing to compare. Says what is
 * wrong in one sentence; `LOCKSTEP_DEBUG=1` adds the stack trace.
 */
export const main = async (args: readonly string[], host: Host): Promise<number> => {
  let status = 0;
  const program = new Parser('lockstep')
    .description('Keeps a synchronous and an asynchronous implementation of one API in step.')
    .version(VERSION)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
      outputError: () => undefined,
    })
    .addHelpText('after', '\nExit status: 0 in step, 1 drift, 2 a wrong call or nothing to compare.');
  for (const command of COMMANDS) {
    addCommand(program, command, host, (value) => {
      status = value;
    });
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    // Commander has printed the help when no command was given, and has nothing to say beside it.
    if (error instanceof CommanderError && error.code === 'commander.help') return WRONG_CALL;
    host.stderr.write(`lockstep: ${wrong(error)}\n`);
    if (host.env.LOCKSTEP_DEBUG === '1' && error instanceof Error) host.stderr.write(`${error.stack}\n`);
    return WRONG_CALL;
  }
};
