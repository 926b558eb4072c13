import type { Command as Parser } from 'commander';

/** What a command may touch of the process that runs it. */
export interface Host {
  /** The working folder, absolute. */
  readonly cwd: string;
  readonly env: Readonly<NodeJS.ProcessEnv>;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** One command of `lockstep`; each is a file of its own in this folder and an entry of `commands.ts`. */
export interface Command {
  readonly name: string;
  /** One line for `lockstep --help`. */
  readonly summary: string;
  /** Adds the flags and arguments, and nothing else: what a command does is in `run`. */
  readonly define: (parser: Parser) => Parser;
  /**
   * Does the work and gives the exit status. Every call loads the files of all commands, so a command loads what is
   * costly here, by `await import`.
   *
   * @throws {WrongCall} when the call cannot be answered: printed as one sentence, status 2.
   */
  readonly run: (parser: Parser, host: Host) => Promise<number> | number;
}
