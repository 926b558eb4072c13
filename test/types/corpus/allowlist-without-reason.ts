// The data of an allowlist: a reason is required.
import type { Exemption } from '../../../types/exemption.ts';

export const allow = [
  { member: 'readMany', side: 'async' }, // drift: Property 'reason' is missing
] as const satisfies readonly Exemption[];
