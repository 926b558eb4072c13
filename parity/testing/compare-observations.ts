import type { Observation, Use } from './observation.ts';

/** How two sides' answers to one test differ. */
export interface ObservedDrift {
  /** What differs, such as `the answer of 'get'`. */
  readonly what: string;
  readonly sync: string;
  readonly async: string;
}

/** The members that answer with a promise somewhere in a test: these must never throw before they give one. */
const promisedMembers = (uses: readonly Use[]): ReadonlySet<string> =>
  new Set(uses.filter(({ promised }) => promised).map(({ member }) => member));

const ENDINGS = {
  value: 'answered',
  error: 'failed with',
  pending: 'had not answered by the end of the test',
};

const ending = ({ ending, answer }: Use): string =>
  ending === 'pending' ? ENDINGS.pending : `${ENDINGS[ending]} ${answer}`;

const driftOfUse = (sync: Use, async: Use, promised: ReadonlySet<string>): ObservedDrift | null => {
  const what = `the answer of '${sync.member}'`;
  if (sync.member !== async.member) {
    return { what: 'the order of uses', sync: `'${sync.member}'`, async: `'${async.member}'` };
  }
  if (sync.ending !== async.ending || sync.answer !== async.answer) {
    return { what, sync: ending(sync), async: ending(async) };
  }
  if (async.ending === 'error' && !async.promised && promised.has(async.member)) {
    return { what, sync: ending(sync), async: `threw before it gave a promise: ${async.answer}` };
  }
  const at = sync.events.findIndex((event, index) => event !== async.events[index]);
  const index = at === -1 && async.events.length > sync.events.length ? sync.events.length : at;
  if (index === -1) return null;
  return {
    what: `event ${index + 1} of '${sync.member}'`,
    sync: sync.events[index] ?? 'nothing',
    async: async.events[index] ?? 'nothing',
  };
};

/**
 * The first difference between what the sides gave to a test, throw against reject, value for value, event for event; `null`
 * when there is none, or when it may be there or the test failed on a side, which is told otherwise.
 */
export const compareObservations = (sync: Observation, async: Observation): ObservedDrift | null => {
  if (!sync.passed || !async.passed || sync.mayDiffer !== null || async.mayDiffer !== null) return null;
  const promised = promisedMembers(async.uses);
  for (const [index, use] of sync.uses.entries()) {
    const other = async.uses[index];
    if (other === undefined) return { what: 'the uses', sync: `'${use.member}'`, async: 'nothing more' };
    const drift = driftOfUse(use, other, promised);
    if (drift !== null) return drift;
  }
  const extra = async.uses[sync.uses.length];
  return extra === undefined ? null : { what: 'the uses', sync: 'nothing more', async: `'${extra.member}'` };
};
