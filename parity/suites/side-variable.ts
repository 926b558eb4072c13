/** The environment variable by which a suite runs on one side alone. */
export const SIDE_VARIABLE = 'LOCKSTEP_SIDE';
