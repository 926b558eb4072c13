import type { Place } from './report-model.ts';
import type { MemberKind, SurfaceKind, Visibility } from './surface/surface.ts';

/** A type parameter of a signature; types as the compiler prints them. */
export interface TypeParameterModel {
  readonly name: string;
  readonly constraint: string | null;
  readonly default: string | null;
  /** Whether it is `const`. */
  readonly const: boolean;
}

/** A parameter of a signature. */
export interface ParameterModel {
  /** `null` when it is taken apart by a pattern. */
  readonly name: string | null;
  readonly type: string;
  readonly optional: boolean;
  readonly rest: boolean;
}

/** One way to call a member. */
export interface SignatureModel {
  readonly typeParameters: readonly TypeParameterModel[];
  /** The type of its `this` parameter. */
  readonly this: string | null;
  readonly parameters: readonly ParameterModel[];
  readonly result: string;
  /** Whether it is to be implemented by a class that is derived. */
  readonly abstract: boolean;
}

/** A member of a surface, as plain data. */
export interface MemberModel {
  readonly name: string;
  readonly static: boolean;
  readonly kind: MemberKind;
  readonly visibility: Visibility;
  readonly readonly: boolean;
  readonly optional: boolean;
  /** Whether it has a setter, and what that takes; `null` without one. */
  readonly setter: string | null;
  readonly type: string;
  readonly signatures: readonly SignatureModel[];
  /** Defaults of parameters by their name, as they are written; `null` where nothing is implemented. */
  readonly defaults: Readonly<Record<string, string>> | null;
  readonly deprecated: boolean;
  /** The errors that `@throws {Type}` announces, sorted. */
  readonly throws: readonly string[];
  readonly place: Place | null;
}

/** A side of a pair, as plain data: the same value for the same sources, fit for JSON. */
export interface SurfaceModel {
  /** As it was asked for. */
  readonly side: string;
  readonly name: string;
  readonly kind: SurfaceKind;
  readonly members: readonly MemberModel[];
  readonly constructors: readonly SignatureModel[];
  /** The type parameters of the class or interface. */
  readonly typeParameters: readonly TypeParameterModel[];
  readonly place: Place | null;
}
