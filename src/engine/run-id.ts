import { uuidv7 } from 'uuidv7';

/** A new id of a run: a UUID, version 7 (RFC 9562), so that ids sort by time. */
export const newRunId = (): string => uuidv7();
