import { SymbolFlags } from '../compiler/typescript.ts';
import { isPublic, type Member, type Surface } from '../surface/surface.ts';
import { isColorMark } from './color-mark.ts';
import type { LoneMember } from './comparison.ts';
import type { NamedMember } from './pair-members.ts';

/** Whether a member leads to the other side: `StreamZip.async`, which holds its class, `connection.promise()`. */
const isBridge = ({ kind, type, signatures }: Member, other: Surface): boolean =>
  kind !== 'nested' &&
  (signatures.length === 0
    ? type.getSymbol()?.id === other.symbol.id
    : signatures.every(({ result }) => result.getSymbol()?.id === other.symbol.id));

/**
 * What is no drift where one side alone has it, beside what says the colour: the other side itself, as `dns.promises` is, or what leads to it, and an
 * interface that only describes data, or what a value of the other side is, which both can use from where it stands; what is no module
 * cannot have one at all.
 */
const isDataOrSide = ({ kind, symbol }: Member, other: Surface): boolean =>
  kind === 'nested' &&
  (symbol.id === other.symbol.id ||
    ((symbol.flags & (SymbolFlags.Value | SymbolFlags.Interface)) === SymbolFlags.Interface &&
      (other.kind !== 'module' ||
        ![...symbol.getMembers().values()].some(({ flags }) => (flags & SymbolFlags.Method) !== 0) ||
        other.members.some(({ type }) => type.getSymbol()?.id === symbol.id))));

const isShared = (member: Member, other: Surface): boolean =>
  isBridge(member, other) || isDataOrSide(member, other) || isColorMark(member);

/** A class that can be awaited itself is asynchronous by these, as others by their results. */
const OF_A_PROMISE: ReadonlySet<string> = new Set(['then', 'catch', 'finally']);

/** The members of the async side without those by which it can be awaited as a whole. */
export const withoutThen = (own: readonly NamedMember[]): readonly NamedMember[] =>
  own.some(({ name, member }) => name === 'then' && !member.static && member.signatures.length > 0)
    ? own.filter(({ name, member }) => member.static || !OF_A_PROMISE.has(name))
    : own;

/**
 * The members that one side alone has. Where names mark only one half of an object, what is unmarked belongs to the pair
 * only if it is asynchronous: `createGzip` is no half of anything, nor are constants.
 */
export const loneMembers = (
  own: readonly NamedMember[],
  other: Surface,
  prefix: string,
  belongs: (member: Member) => boolean,
): readonly LoneMember[] =>
  own
    .filter(({ member }) => isPublic(member) && belongs(member) && !isShared(member, other))
    .map(({ name, member }) => ({
      name: `${prefix}${name}`,
      member,
      elsewhere:
        other.members.find(
          (each) => each.name === name && (each.static !== member.static || !isPublic(each)),
        ) ?? null,
    }));
