import type { Type } from '../compiler/typescript.ts';
import type { Member, ParameterShape, SignatureShape, Surface } from '../surface/surface.ts';

/** How what a member gives on the async side stands to what it gives on the sync side. */
export type ResultRelation = 'same' | 'promisified' | 'not-awaitable' | 'differs' | 'any';

/** How the type of a parameter on one side stands to that on the other. */
export type ParameterRelation =
  | { readonly kind: 'same' }
  | { readonly kind: 'any' }
  | { readonly kind: 'options'; readonly syncOnly: readonly string[]; readonly asyncOnly: readonly string[] }
  | { readonly kind: 'differs' };

/** A parameter of one side and the one that answers it on the other. */
export interface ParameterPair {
  readonly sync: ParameterShape;
  readonly async: ParameterShape;
  readonly relation: ParameterRelation;
}

/** How the type parameters of two signatures stand to each other. */
export type GenericRelation =
  | { readonly kind: 'same' }
  | { readonly kind: 'count'; readonly sync: number; readonly async: number }
  | { readonly kind: 'constraint'; readonly name: string }
  | { readonly kind: 'order'; readonly sync: readonly string[]; readonly async: readonly string[] };

/** What was found out about two signatures; what is the same on both sides is not listed. */
export interface SignatureComparison {
  readonly sync: SignatureShape;
  readonly async: SignatureShape;
  readonly generics: GenericRelation;
  readonly sameThis: boolean;
  /** Parameters that one side alone takes, by name. */
  readonly missing: { readonly sync: readonly string[]; readonly async: readonly string[] };
  /** The shared parameters' names in the order of either side; `null` when the orders agree. */
  readonly order: { readonly sync: readonly string[]; readonly async: readonly string[] } | null;
  /** Parameters that answer each other, with whatever differs between them. */
  readonly parameters: readonly ParameterPair[];
  readonly result: ResultRelation;
  /** What either side gives: by its result, or to its callback; `null` when that is nothing. */
  readonly results: { readonly sync: Type | null; readonly async: Type | null };
}

/** What was found out about how a member is called. */
export interface CallComparison {
  readonly signatures: readonly SignatureComparison[];
  /** Overloads that one side alone has. */
  readonly syncOnly: readonly SignatureShape[];
  readonly asyncOnly: readonly SignatureShape[];
  /** Whether overloads that both sides have stand in another order. */
  readonly reordered: boolean;
  /** Whether the sync side reports by a callback what the async side promises, so that neither blocks. */
  readonly callbacks: boolean;
}

/** A member that both sides have. */
export interface MemberComparison {
  /** The shared name, with that of the nested surface before it. */
  readonly name: string;
  readonly sync: Member;
  readonly async: Member;
  /** `null` when one side or both hold a value. */
  readonly calls: CallComparison | null;
  /** For two members that hold a value. */
  readonly value: ResultRelation | null;
  /** Whether the async side has a setter that takes what the sync side's takes. */
  readonly sameSetter: boolean;
}

/** A member that one side alone has. */
export interface LoneMember {
  readonly name: string;
  readonly member: Member;
  /** A member of that name that the other side has elsewhere: on the class and not its instances, or hidden. */
  readonly elsewhere: Member | null;
}

/** Two surfaces, member by member: everything that the checks of a pair may ask. */
export interface SurfaceComparison {
  /** What stands before the names of its members: `''` for the pair itself, `API.` for a class of a module. */
  readonly prefix: string;
  readonly sync: Surface;
  readonly async: Surface;
  readonly members: readonly MemberComparison[];
  readonly syncOnly: readonly LoneMember[];
  readonly asyncOnly: readonly LoneMember[];
  readonly constructors: CallComparison;
  /** How the type parameters of two classes or interfaces stand to each other. */
  readonly generics: GenericRelation;
}
