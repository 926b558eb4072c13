import type { LoneMember } from '../compare/comparison.ts';
import { type Drift, defineCheck } from '../define-check.ts';

const isHidden = ({ member, elsewhere }: LoneMember): boolean =>
  elsewhere !== null && elsewhere.static === member.static;

/** A member that is public on one side and protected or private on the other. */
export const visibilityMismatch = defineCheck({
  id: 'visibility-mismatch',
  find: ({ members, syncOnly, asyncOnly }) => {
    const drift = (name: string, sync: LoneMember['member'], async: LoneMember['member']) =>
      ({
        member: name,
        side: 'async',
        facts: { sync: sync.visibility, async: async.visibility },
        sync: { member: sync, signature: null },
        async: { member: async, signature: null },
      }) satisfies Drift<'visibility-mismatch'>;
    const paired = members
      .filter(
        ({ sync, async }) =>
          // Between protected and private nobody but the class itself sees a difference.
          sync.visibility !== async.visibility &&
          (sync.visibility === 'public' || async.visibility === 'public'),
      )
      .map(({ name, sync, async }) => drift(name, sync, async));
    const lone = [
      ...syncOnly
        .filter(isHidden)
        .map(({ name, member, elsewhere }) => drift(name, member, elsewhere ?? member)),
      ...asyncOnly
        .filter(isHidden)
        .map(({ name, member, elsewhere }) => drift(name, elsewhere ?? member, member)),
    ];
    return [...paired, ...lone];
  },
});
