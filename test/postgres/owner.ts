/** The environment variable in which a run of the tests tells its files whose server they share: the id of its process. */
export const OWNER_VARIABLE = 'LOCKSTEP_TEST_OWNER';
