import type { CheckFacts, CheckId } from './check-facts.ts';
import { CHECKS } from './checks/checks.ts';
import type { SurfaceComparison } from './compare/comparison.ts';
import type { Check, CheckContext, Drift, Subject } from './define-check.ts';
import { type CheckWords, MESSAGES } from './messages.ts';
import type { Finding } from './report-model.ts';
import { placeOf } from './surface/place.ts';
import type { DeclarationPlace, SignatureShape, Surface } from './surface/surface.ts';

/** What a finding is made with, beside the drift. */
export interface FindingContext extends CheckContext {
  readonly cwd: string;
}

const placeOfSubject = (cwd: string, subject: Subject | null): DeclarationPlace | null => {
  if (subject === null) return null;
  const declaration = subject.signature?.declaration;
  // A signature that comes from elsewhere, through an alias or a mapped type, stands where its member stands.
  const own =
    declaration != null && (subject.member === null || subject.member.declarations.includes(declaration));
  return own ? placeOf(cwd, declaration) : (subject.member?.place ?? null);
};

const signatureOf = (context: CheckContext, subject: Subject | null): string | null => {
  if (subject === null) return null;
  const { member, signature } = subject;
  const named = (shape: SignatureShape): string => `${member?.name ?? 'new '}${context.signatureText(shape)}`;
  if (signature !== null) return named(signature);
  if (member === null) return null;
  const mark = `${member.static ? 'static ' : ''}${member.readonly && member.signatures.length === 0 ? 'readonly ' : ''}`;
  const [first] = member.signatures;
  if (member.kind === 'nested') return member.name;
  return first === undefined
    ? `${mark}${member.name}${member.optional ? '?' : ''}: ${context.text(member.type)}`
    : `${mark}${named(first)}`;
};

const toFinding = <Id extends CheckId>(
  id: Id,
  drift: Drift<Id>,
  sides: { readonly sync: Surface; readonly async: Surface },
  context: FindingContext,
): Finding => {
  const words: CheckWords<CheckFacts[Id]> = MESSAGES[id];
  const counter = drift.side === 'sync' ? 'async' : 'sync';
  const own = placeOfSubject(context.cwd, drift[drift.side]) ?? sides[drift.side].place;
  return {
    check: id,
    member: drift.member,
    side: drift.side,
    message: `${words.sentence(drift.facts, drift.member)} ${words.remedy(drift.facts, drift.member)}`,
    syncSignature: signatureOf(context, drift.sync),
    asyncSignature: signatureOf(context, drift.async),
    file: own?.file ?? null,
    line: own?.line ?? null,
    column: own?.column ?? null,
    counterpart: placeOfSubject(context.cwd, drift[counter]),
    allowed: null,
  };
};

/** What was found, and where the declarations stand that drifted, whichever class has them by now. */
interface Found {
  readonly comparison: SurfaceComparison;
  readonly origin: string;
  readonly finding: Finding;
}

const findingsOf = <Id extends CheckId>(
  check: Check<Id>,
  comparison: SurfaceComparison,
  context: FindingContext,
): readonly Found[] =>
  check.find(comparison, context).map((drift) => {
    const places = [drift.sync, drift.async].map((subject) => placeOfSubject(context.cwd, subject));
    // What is about an interface itself has no member that could be inherited.
    const isOwn = drift.sync === null && drift.async === null;
    const name = isOwn ? drift.member : drift.member.slice(comparison.prefix.length);
    return {
      comparison,
      origin: JSON.stringify([check.id, drift.side, name, places]),
      finding: toFinding(check.id, drift, comparison, context),
    };
  });

/** Leaves out what two classes only inherit from two others that drift in it: it is mended there, and reported there. */
const withoutInherited = (found: readonly Found[], { inherits }: CheckContext): readonly Finding[] => {
  const byOrigin = new Map<string, Found[]>();
  for (const each of found) byOrigin.set(each.origin, [...(byOrigin.get(each.origin) ?? []), each]);
  const isInherited = ({ comparison, origin }: Found): boolean =>
    (byOrigin.get(origin) ?? []).some(
      ({ comparison: base }) =>
        base !== comparison &&
        inherits(comparison.sync.type, base.sync.type) &&
        inherits(comparison.async.type, base.async.type),
    );
  return found.filter((each) => !isInherited(each)).map(({ finding }) => finding);
};

const byPlace = (left: Finding, right: Finding): number =>
  Number((left.file ?? '') > (right.file ?? '')) - Number((left.file ?? '') < (right.file ?? '')) ||
  (left.line ?? 0) - (right.line ?? 0) ||
  (left.column ?? 0) - (right.column ?? 0);

/** Runs every check over a comparison, in their order, and sorts what they find by its place. */
export const findDrifts = (
  comparisons: readonly SurfaceComparison[],
  context: FindingContext,
): readonly Finding[] =>
  withoutInherited(
    comparisons.flatMap((comparison) =>
      CHECKS.flatMap((check) => findingsOf(check as Check, comparison, context)),
    ),
    context,
  ).toSorted(byPlace);
