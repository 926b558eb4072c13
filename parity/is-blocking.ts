import type { MemberComparison, SignatureComparison, SurfaceComparison } from './compare/comparison.ts';
import { type Type, TypeFlags } from './compiler/typescript.ts';
import { neutralCode } from './surface/implementation-of.ts';

const isMarked = ({ sync, async }: MemberComparison): boolean => sync.name !== async.name;

const promises = ({ calls }: MemberComparison): boolean =>
  calls?.signatures.every(({ result }) => result === 'promisified') === true;

/** Whether names tell the colours apart, and what they tell holds for most: `readSync` and `read`, which promises. */
const isConvention = ({ members }: SurfaceComparison): boolean => {
  const marked = members.filter((each) => isMarked(each) && each.calls !== null);
  return marked.filter(promises).length > marked.length / 2;
};

/** What is awaited later, piece by piece: a stream, or one of several. */
const isHandle = (type: Type): boolean =>
  type.isUnionType() ? type.getTypes().every(isHandle) : type.isObjectType();

const QUESTION = /^(?:is|has|can|uses?|should|supports?|needs?)[A-Z]/;

/** A question about what is there to be used, of nothing in particular: `useNative(options?)`. There is nothing to wait for. */
const isCapability = (
  { async: { parameters, result } }: SignatureComparison,
  { name }: MemberComparison,
): boolean =>
  QUESTION.test(name.slice(name.lastIndexOf('.') + 1)) &&
  (result.flags & TypeFlags.BooleanLike) !== 0 &&
  parameters.every(({ optional }) => optional);

/**
 * Whether the async side answers at once where it should be awaited. An equal result is that of a pure member, the same on both sides, as long as nothing says otherwise: names that tell the
 * colours apart, as `readSync` and `read` do, or code of its own on the async side. Declaration files show neither code
 * nor what it does, and packages do mark pure functions (`useNative` and `useNativeSync`): there names count where they
 * mark most of a pair, and what is read piece by piece, as a stream is, is believed, as is a question about capabilities.
 */
export const isBlocking = (
  comparison: SurfaceComparison,
  signatures: SignatureComparison,
  member: MemberComparison,
): boolean => {
  const { result, async } = signatures;
  if (result !== 'same') return false;
  const [syncCode, asyncCode] = [
    neutralCode(member.sync.declarations),
    neutralCode(member.async.declarations),
  ];
  if (syncCode === null || asyncCode === null) {
    const answers = isHandle(async.result) || isCapability(signatures, member);
    return isMarked(member) && isConvention(comparison) && !answers;
  }
  return isMarked(member) || syncCode !== asyncCode;
};
