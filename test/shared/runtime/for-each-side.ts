import { test } from 'node:test';

/** Declares one test of a suite; its id becomes `<name>[<side>]`. */
export type SideTest = (name: string, body: () => unknown) => void;

/** The kits that the environment variable `LOCKSTEP_SIDE` leaves: all of them unless it is set. */
export const selectKits = <Kit extends { readonly id: string }>(
  kits: readonly Kit[],
  side: string | undefined,
): readonly Kit[] => {
  if (side === undefined || side === '') return kits;
  const selected = kits.filter((kit) => kit.id === side);
  if (selected.length > 0) return selected;
  const allowed = kits.map((kit) => `'${kit.id}'`).join(', ');
  throw new Error(`LOCKSTEP_SIDE is '${side}'. Set it to one of ${allowed}, or unset it to run every side.`);
};

/**
 * Runs a suite once for each side. The suite is written once, in async style, so that one text holds both
 * a result and a promise of it.
 *
 * @example
 * ```ts
 * forEachSide(kits, ({ Runtime }, test) => {
 *   test('test_default_mode', () => assert.equal(new Runtime().conditionalExecution, 'route_data'));
 * });
 * ```
 */
export const forEachSide = <Kit extends { readonly id: string }>(
  kits: readonly Kit[],
  suite: (kit: Kit, sideTest: SideTest) => undefined,
): undefined => {
  for (const kit of selectKits(kits, process.env.LOCKSTEP_SIDE)) {
    suite(kit, (name, body) => {
      test(`${name}[${kit.id}]`, async () => {
        await body();
      });
    });
  }
};
