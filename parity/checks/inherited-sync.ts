import { defineCheck } from '../define-check.ts';

/** A method that the async class inherits, blocking as it is, from the sync class. */
export const inheritedSync = defineCheck({
  id: 'inherited-sync',
  find: ({ sync, async, members }, { inherits }) => {
    if (sync.kind !== 'class' || async.kind !== 'class' || !inherits(async.type, sync.type)) return [];
    // Beside callbacks nothing blocks: what answers at once there may do so here.
    if (members.some(({ calls }) => calls?.callbacks === true)) return [];
    return members
      .filter(
        (member) =>
          member.sync.kind === 'method' &&
          !member.sync.static &&
          member.sync.visibility === 'public' &&
          member.sync.declarations[0] !== undefined &&
          member.sync.declarations[0] === member.async.declarations[0] &&
          member.calls?.signatures.every(({ result }) => result === 'same') === true,
      )
      .map((member) => ({
        member: member.name,
        side: 'async',
        facts: { from: sync.name },
        sync: { member: member.sync, signature: null },
        // The method stands in the sync class: what has to change is the async class itself.
        async: null,
      }));
  },
});
