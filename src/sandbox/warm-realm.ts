import type { Pointer } from './quickjs-module.ts';
import { newRealm, type Realm } from './realm.ts';

/** A realm with handles to the expressions that were evaluated in it. */
export type WarmRealm = { readonly realm: Realm; readonly handles: Map<string, Pointer> };

/** Each handle keeps some KiB of the realm's memory in use. */
const MOST_HANDLES = 500;
/** What an instance starts with; its memory never shrinks, so one that has grown is not kept. */
const INITIAL_BYTES = 16 * 1024 * 1024;

let warm: WarmRealm | undefined;

/** Leaves the realm of this thread to the garbage collector; the next use makes a new one. */
export const dropRealm = (): void => {
  warm = undefined;
};

/** The realm of this thread, made at the first use. */
export const warmRealm = (): WarmRealm => {
  if (warm !== undefined && (warm.handles.size >= MOST_HANDLES || warm.realm.memoryBytes() > INITIAL_BYTES)) {
    dropRealm();
  }
  warm ??= { realm: newRealm(), handles: new Map() };
  return warm;
};
