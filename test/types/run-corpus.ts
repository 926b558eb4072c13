/** Runs the corpus whole, each file in a program of its own with every compiler: `npm run test:corpus`. */
process.env.LOCKSTEP_CORPUS = 'whole';
process.argv.push('corpus');
await import('../run.ts');
