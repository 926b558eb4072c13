/** The environment variable by which a suite runs on one side alone. */
export const SIDE_VARIABLE = 'LOCKSTEP_SIDE';

/** The environment variable with the process id of `lockstep test`, the same on both sides: by it suites can share a server. */
export const RUN_VARIABLE = 'LOCKSTEP_RUN';
