#!/usr/bin/env node
import { main } from './main.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe may stop early (`lockstep check | head`): that is no failure.
  if (error.code !== 'EPIPE') throw error;
});

const { argv, env, stdin, stdout, stderr } = process;
process.exitCode = await main(argv.slice(2), { cwd: process.cwd(), env, stdin, stdout, stderr });
