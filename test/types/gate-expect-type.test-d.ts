// biome-ignore-all lint/suspicious/noExplicitAny: `any` is one of the things that these tests are about
import { expectTypeOf } from 'expect-type';
import type {
  Conforms,
  DriftsBetween,
  Identical,
  Lossless,
  Mirrors,
  MirrorsConstructor,
  MirrorsStatics,
  Promisify,
  SameOnBoth,
  UsesThis,
} from '../../types/index.ts';

type NoMembers = Readonly<Record<never, never>>;

interface Cache {
  get(key: string): string | undefined;
  clear?(): void;
}
interface AsyncCache {
  get(key: string): Promise<string | undefined>;
  clear?(): Promise<void>;
}
interface Chain {
  then(next: string): this;
  length(): number;
}

expectTypeOf<Identical<string | number, number | string>>().toEqualTypeOf<true>();
expectTypeOf<Identical<any, string>>().toEqualTypeOf<false>();
expectTypeOf<Identical<never, undefined>>().toEqualTypeOf<false>();
expectTypeOf<Identical<unknown, object | null | undefined>>().toEqualTypeOf<false>();

expectTypeOf<Lossless<(flag: boolean) => boolean>>().toEqualTypeOf<true>();
expectTypeOf<Lossless<<const T>(value: T) => T>>().toEqualTypeOf<false>();
expectTypeOf<UsesThis<Chain, 'then'>>().toEqualTypeOf<true>();
expectTypeOf<UsesThis<Chain, 'length'>>().toEqualTypeOf<false>();

expectTypeOf<Promisify<Cache>['get']>().toEqualTypeOf<(key: string) => Promise<string | undefined>>();
expectTypeOf<Promisify<Cache>>().toEqualTypeOf<AsyncCache>();
expectTypeOf<Promisify<Chain>['then']>().not.toBeFunction();
expectTypeOf<Promisify<Cache, [SameOnBoth<'get'>]>['get']>().returns.toEqualTypeOf<string | undefined>();

expectTypeOf<Mirrors<Cache, AsyncCache>>().toEqualTypeOf<NoMembers>();
expectTypeOf<Mirrors<Cache, Cache>>().not.toEqualTypeOf<NoMembers>();
expectTypeOf<keyof Mirrors<Cache, { get(key: string): Promise<unknown> }>>().toEqualTypeOf<'get' | 'clear'>();

expectTypeOf<Conforms<AsyncCache, AsyncCache>>().toEqualTypeOf<NoMembers>();
expectTypeOf<Conforms<Chain, Chain>>().toEqualTypeOf<NoMembers>();
expectTypeOf<keyof Conforms<AsyncCache, Cache>>().toEqualTypeOf<'get' | 'clear'>();

expectTypeOf<DriftsBetween<Cache, AsyncCache>>().toEqualTypeOf<NoMembers>();
expectTypeOf<DriftsBetween<Cache, Cache>>().not.toEqualTypeOf<NoMembers>();

expectTypeOf<MirrorsStatics<typeof Date, typeof Date>>().not.toEqualTypeOf<NoMembers>();
expectTypeOf<MirrorsConstructor<typeof URL, typeof URL>>().toEqualTypeOf<NoMembers>();
