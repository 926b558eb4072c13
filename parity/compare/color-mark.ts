import { TypeFlags } from '../compiler/typescript.ts';
import type { Member } from '../surface/surface.ts';
import { has } from './type-graph.ts';

/** Whether a property says which colour its object has, as `sync: true` does. */
export const isColorMark = ({ name, type, kind }: Member): boolean =>
  kind !== 'method' && /^(?:is)?a?sync(?:hronous)?$/i.test(name) && has(type, TypeFlags.BooleanLike);
