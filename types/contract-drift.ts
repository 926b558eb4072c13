import type { AnyFunction } from './any-function.ts';
import type { Drift } from './drift.ts';
import type { Identical, IsAny, IsNever } from './identical.ts';
import type { Lossless, UsesThis } from './lossless.ts';
import type { DataDrift } from './member-drift.ts';
import type { SameOverloads } from './same-overloads.ts';
import type { SignatureDrift } from './signature-drift.ts';

/** The drift of one member of a class from its contract; `never` if they agree. */
export type ContractDrift<Contract, Class, Name> = Name extends keyof Contract
  ? Name extends keyof Class
    ? IsAny<Contract[Name]> extends true
      ? DataDrift<Contract, Name, Class, Name>
      : IsAny<Class[Name]> extends true
        ? Drift<'`any` hides drift: change the member to', Contract[Name]>
        : UsesThis<Contract, Name> extends true
          ? ThisDrift<Contract, Class, Name>
          : NonNullable<Contract[Name]> extends AnyFunction
            ? MethodDrift<Contract, Class, Name>
            : DataDrift<Contract, Name, Class, Name>
    : Drift<'missing, or not public: add', Contract[Name]>
  : Drift<'not in the contract: remove it, add it to the contract, or list it with a reason', Name>;

type MethodDrift<Contract, Class, Name extends keyof Contract & keyof Class> =
  NonNullable<Class[Name]> extends AnyFunction
    ? Identical<ThisParameterType<Contract[Name]>, ThisParameterType<Class[Name]>> extends true
      ? Identical<
          { -readonly [K in Name]: Contract[K] },
          { -readonly [K in Name]: Class[K] } // `readonly` is nothing that a class can give to a method
        > extends true
        ? never
        : DifferentMethod<Contract[Name], Class[Name]>
      : Drift<'the `this` parameter differs: change the member to', Contract[Name]>
    : Drift<'a property here and a method in the contract: change it to', Contract[Name]>;

type DifferentMethod<Wanted, Given> =
  Identical<undefined extends Wanted ? true : false, undefined extends Given ? true : false> extends true
    ? AreAlike<NonNullable<Wanted>> extends true
      ? AreAlike<NonNullable<Given>> extends true
        ? DifferentSignature<Wanted, Given>
        : Drift<'overloads that the contract lacks: change the member to', Wanted>
      : AreAlike<NonNullable<Given>> extends true
        ? Drift<'overloads are lost: change the member to', Wanted>
        : Drift<'the overloads differ: change the member to', Wanted>
    : Drift<'optional on one side only: change the member to', Wanted>;

/** Neither has overloads. Of type parameters and predicates no more can be told than whether there are some. */
type DifferentSignature<Wanted, Given> =
  Lossless<NonNullable<Wanted>> extends true
    ? Lossless<NonNullable<Given>> extends true
      ? SignatureDrift<Extract<Wanted, AnyFunction>, Extract<Given, AnyFunction>>
      : Drift<'type parameters or a predicate that the contract lacks: change the member to', Wanted>
    : Lossless<NonNullable<Given>> extends true
      ? Drift<'the type parameters or the predicate are lost: change the member to', Wanted>
      : OfGenerics<SignatureDrift<Extract<Wanted, AnyFunction>, Extract<Given, AnyFunction>>, Wanted>;

/** A look at two signatures takes type parameters for their constraints. */
type OfGenerics<Found, Wanted> =
  IsNever<Found> extends true
    ? Drift<'the type parameters or the predicate differ: change the member to', Wanted>
    : Found extends Drift<'the type of a parameter differs: change the member to'>
      ? Drift<
          'the type of a parameter, or the constraint of a type parameter, differs: change the member to',
          Wanted
        >
      : Found;

/** A member that uses polymorphic `this` has another type in each class. */
type ThisDrift<Contract, Class, Name extends keyof Contract & keyof Class> =
  UsesThis<Class, Name> extends true
    ? NonNullable<Contract[Name]> extends AnyFunction
      ? SameOverloads<Contract, Class, Name> extends true
        ? never
        : Drift<ThisWords<NonNullable<Contract[Name]>, NonNullable<Class[Name]>>, Contract[Name]>
      : never
    : Drift<
        'polymorphic `this` is lost: give the member the type that it has in the contract',
        Contract[Name]
      >;

type ThisWords<Wanted, Given> = [AreAlike<Wanted>, AreAlike<Given>] extends [true, true]
  ? 'the signature differs: change the member to'
  : 'the overloads differ: change the member to';

/** Whether the last two signatures are identical; one signature alone is so with itself. */
type AreAlike<F> = F extends {
  (...parameters: infer P1): infer R1;
  (...parameters: infer P2): infer R2;
}
  ? Identical<[P1, R1], [P2, R2]>
  : false;
