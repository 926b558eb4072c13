/** The seeds of every run of the tests; with `workflowsPerSeed` they make 1,000 workflows. */
export const seeds: readonly number[] = [1, 20, 300, 4000];

/** How many workflows each seed gives. */
export const workflowsPerSeed = 250;
