import fc from 'fast-check';
import type { RunCase } from './description.ts';
import { seeds, workflowsPerSeed } from './seeds.ts';
import { runCase } from './workflow-arbitrary.ts';

/** The 1,000 cases that the behaviour test runs, without running them. */
export const capturedCases = (): readonly RunCase[] => {
  const cases: RunCase[] = [];
  const property = fc.property(runCase, (run) => {
    cases.push(run);
  });
  for (const seed of seeds) fc.check(property, { seed, numRuns: workflowsPerSeed });
  return cases;
};
