import { type CompilerSymbol, type ObjectFlags, type Type, TypeFlags } from '../compiler/typescript.ts';
import type { SignatureShape } from '../surface/surface.ts';

/** A property of a type. */
export interface Property {
  readonly name: string;
  readonly type: Type;
  readonly optional: boolean;
}

/** The compiler's types as a graph to walk: each answer is asked for once, as each question costs a round trip. */
export interface TypeGraph {
  readonly arguments: (type: Type) => readonly Type[];
  /** The constituents of a union or intersection; of any other type, itself. */
  readonly constituents: (type: Type) => readonly Type[];
  /** A type without `undefined`. */
  readonly defined: (type: Type) => Type;
  /** The names alone, which are had for less. */
  readonly propertyNames: (type: Type) => readonly string[];
  readonly properties: (type: Type) => readonly Property[];
  readonly calls: (type: Type) => readonly SignatureShape[];
  readonly constructors: (type: Type) => readonly SignatureShape[];
  readonly indexes: (type: Type) => readonly { readonly key: Type; readonly value: Type }[];
  readonly symbol: (type: Type) => CompilerSymbol | undefined;
  readonly text: (type: Type) => string;
  readonly isTuple: (type: Type) => boolean;
  /** Whether a type parameter is one that a condition infers: `T extends [infer Key, unknown] ? Key : never`. */
  readonly isInferred: (type: Type) => boolean;
  /** What a promise resolves to; `null` for what is no promise. */
  readonly promised: (type: Type) => Type | null;
}

/** Whether a type has a flag. */
export const has = (type: Type, flag: TypeFlags): boolean => (type.flags & flag) !== 0;

/** Whether a type is `any`, of which nothing can be told. */
export const isAny = (type: Type): boolean => has(type, TypeFlags.Any);

/** Whether an object type has a flag. */
export const hasObject = (type: Type, flag: ObjectFlags): boolean =>
  type.isObjectType() && (type.objectFlags & flag) !== 0;
