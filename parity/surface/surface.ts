import type { CompilerSymbol, Node, Signature, Type } from '../compiler/typescript.ts';
import type { SideReference } from './side-reference.ts';

/** What a side is. */
export type SurfaceKind = 'class' | 'interface' | 'object' | 'function' | 'module';

/** Who may use a member. */
export type Visibility = 'public' | 'protected' | 'private';

/** Where a declaration stands: the path relative to the working folder, line and column counted from 1. */
export interface DeclarationPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A type parameter of a signature, with the compiler's own types. */
export interface TypeParameterShape {
  readonly name: string;
  readonly type: Type;
  readonly constraint: Type | null;
  /** The source of its default; `null` when it has none. */
  readonly fallback: string | null;
  /** Whether it is `const`: what is given is taken as literally as it was written. */
  readonly literal: boolean;
}

/** A parameter of a signature, with the compiler's own type. */
export interface ParameterShape {
  /** `null` when it is taken apart by a pattern. */
  readonly name: string | null;
  readonly type: Type;
  readonly optional: boolean;
  readonly rest: boolean;
}

/** What a result may say beside a type: `x is T`, `asserts x`, the polymorphic `this`. */
export interface Said {
  readonly kind: 'predicate' | 'assertion' | 'this' | 'type';
  /** As it is written. */
  readonly text: string;
}

/** One way to call a member. */
export interface SignatureShape {
  readonly typeParameters: readonly TypeParameterShape[];
  readonly thisType: Type | null;
  readonly parameters: readonly ParameterShape[];
  readonly result: Type;
  readonly abstract: boolean;
  /** What its written result says beside a type; `null` where none is written and the compiler infers it. */
  readonly says: Said | null;
  /** The compiler's signature, to print it. */
  readonly source: Signature;
  readonly declaration: Node | null;
}

/** What a member is: `nested` holds members of its own, a class or namespace of a module. */
export type MemberKind = 'method' | 'property' | 'accessor' | 'nested';

/** A member of a surface, with the compiler's own types. */
export interface Member {
  readonly name: string;
  /** Whether it belongs to the class and not to its instances. */
  readonly static: boolean;
  readonly kind: MemberKind;
  readonly visibility: Visibility;
  readonly readonly: boolean;
  readonly optional: boolean;
  readonly setter: boolean;
  /** How it can be called; empty for a property that holds a value. */
  readonly signatures: readonly SignatureShape[];
  /** What it holds: for a getter, what it gives. */
  readonly type: Type;
  /** What the setter takes, where it says so. */
  readonly setterType: Type | null;
  readonly symbol: CompilerSymbol;
  readonly declarations: readonly Node[];
  readonly place: DeclarationPlace | null;
}

/** A side of a pair as it was read: everything a check may ask. */
export interface Surface {
  readonly reference: SideReference;
  readonly name: string;
  readonly kind: SurfaceKind;
  readonly symbol: CompilerSymbol;
  readonly members: readonly Member[];
  readonly constructors: readonly SignatureShape[];
  /** The type of its instances, of the object or of the module. */
  readonly type: Type;
  /** The type parameters of the class or interface. */
  readonly typeParameters: readonly TypeParameterShape[];
  readonly declarations: readonly Node[];
  readonly place: DeclarationPlace | null;
}

/** Whether every caller may use a member. */
export const isPublic = ({ visibility }: Member): boolean => visibility === 'public';
