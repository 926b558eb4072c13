import type { CheckFacts, CheckId, DifferenceText } from './check-facts.ts';
import type { SignatureComparison, SurfaceComparison } from './compare/comparison.ts';
import type { Type } from './compiler/typescript.ts';
import type { Side } from './report-model.ts';
import type { Member, SignatureShape } from './surface/surface.ts';

/** What a drift is about on one side: a member, and the signature of it that drifted. */
export interface Subject {
  readonly member: Member | null;
  readonly signature: SignatureShape | null;
}

/** What a check found: facts, no words. */
export interface Drift<Id extends CheckId = CheckId> {
  readonly member: string;
  /** The side that has to change. */
  readonly side: Side;
  readonly facts: CheckFacts[Id];
  /** `null` when the side has nothing of the kind. */
  readonly sync: Subject | null;
  readonly async: Subject | null;
}

/** What a check may ask beside the comparison. */
export interface CheckContext {
  /** A type as the compiler prints it. */
  readonly text: (type: Type) => string;
  /** A signature as the compiler prints it. */
  readonly signatureText: (signature: SignatureShape) => string;
  /** Where two types of a comparison differ, in words; `null` where that is no further inside than the types themselves. */
  readonly difference: (
    comparison: SurfaceComparison,
    signatures: SignatureComparison | null,
    sync: Type | null,
    async: Type | null,
  ) => DifferenceText | null;
  /** Whether a class inherits, however far down, from another. */
  readonly inherits: (derived: Type, base: Type) => boolean;
}

/** One rule that the two sides of a pair are held to. */
export interface Check<Id extends CheckId = CheckId> {
  readonly id: Id;
  /** Finds every drift of this kind between two surfaces; none for identical ones. */
  readonly find: (comparison: SurfaceComparison, context: CheckContext) => readonly Drift<Id>[];
}

/** Defines a check; its facts have to be those that `check-facts.ts` promises for its id. */
export const defineCheck = <Id extends CheckId>(check: Check<Id>): Check<Id> => check;
