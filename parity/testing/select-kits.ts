import { ParityError } from './parity-error.ts';

/**
 * The kits that the environment variable `LOCKSTEP_SIDE` leaves: all of them unless it is set.
 *
 * @throws {ParityError} when no kit has that id: running nothing would pass.
 */
export const selectKits = <K extends { readonly id: string }>(
  kits: readonly K[],
  side: string | undefined,
): readonly K[] => {
  if (side === undefined || side === '') return kits;
  const selected = kits.filter((kit) => kit.id === side);
  if (selected.length > 0) return selected;
  const allowed = kits.map((kit) => `'${kit.id}'`).join(', ');
  throw new ParityError(
    `LOCKSTEP_SIDE is '${side}'. Set it to one of ${allowed}, or unset it to run every side.`,
  );
};
