// The data of an allowlist: the side is one of three.
import type { Exemption } from '../../../types/exemption.ts';

export const allow = [
  { member: 'readMany', side: 'asynchronous', reason: 'needs an event loop' }, // drift: Type '"asynchronous"' is not assignable
] as const satisfies readonly Exemption[];
