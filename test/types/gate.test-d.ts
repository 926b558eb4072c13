// biome-ignore-all lint/suspicious/noExplicitAny: `any` is one of the things that these tests are about
import { expectAssignable, expectNotAssignable, expectNotType, expectType } from 'tsd';
import type {
  Conforms,
  Drift,
  DriftsBetween,
  Exemption,
  Identical,
  InStep,
  Lossless,
  Mirrors,
  MirrorsConstructor,
  MirrorsStatics,
  Promisify,
  SameOnBoth,
  UsesThis,
} from '../../types/index.ts';

type NoMembers = Readonly<Record<never, never>>;

interface Store {
  read(path: string, limit?: number): string;
  readonly root: string;
  describe?(): 'store' | undefined;
}
interface AsyncStore {
  read(path: string, limit?: number): Promise<string>;
  readonly root: string;
  describe?(): Promise<'store' | undefined>;
}
interface Builder {
  add(item: string): this;
  each(visit: (builder: this) => void): void;
  size(): number;
}
type Allow = [{ member: 'readMany'; side: 'async'; reason: 'needs an event loop' }];

// Identical: `any`, `never`, `unknown`, unions, optional, readonly, `this`
declare function identical<A, B>(): Identical<A, B>;
expectType<true>(identical<string, string>());
expectType<true>(identical<1 | 2, 2 | 1>());
expectType<false>(identical<any, unknown>());
expectType<false>(identical<any, never>());
expectType<false>(identical<unknown, never>());
expectType<false>(identical<{ a?: 1 }, { a: 1 | undefined }>());
expectType<false>(identical<{ readonly a: 1 }, { a: 1 }>());
expectType<false>(identical<(a?: string) => void, (a: string) => void>());
expectType<false>(identical<<T>(a: T) => T, (a: unknown) => unknown>());

// Lossless
declare function lossless<F>(): Lossless<F>;
expectType<true>(lossless<(a: string, b?: number, ...c: boolean[]) => string | undefined>());
expectType<true>(lossless<(this: Date) => never>());
expectType<true>(lossless<(...a: any[]) => any>());
expectType<false>(lossless<<T>(a: T) => T>());
expectType<false>(lossless<{ (a: string): string; (a: number): number }>());
expectType<false>(lossless<(a: unknown) => a is string>());
expectType<false>(lossless<(a: unknown) => asserts a is string>());
expectType<false>(lossless<new () => Date>());
expectType<false>(lossless<{ (): string; extra: number }>());

// UsesThis
declare function usesThis<T, K extends keyof T>(): UsesThis<T, K>;
expectType<true>(usesThis<Builder, 'add'>());
expectType<true>(usesThis<Builder, 'each'>());
expectType<false>(usesThis<Builder, 'size'>());

// Promisify
declare const promisified: Promisify<Store>;
expectType<(path: string, limit?: number) => Promise<string>>(promisified.read);
expectType<string>(promisified.root);
expectType<(() => Promise<'store' | undefined>) | undefined>(promisified.describe);
expectAssignable<AsyncStore>(promisified);
expectNotAssignable<Store>(promisified);
declare const promisifiedAny: Promisify<{
  any(a: any): any;
  never(): never;
  unknown(a: unknown): unknown;
  flag(): boolean;
}>;
expectType<(a: any) => Promise<any>>(promisifiedAny.any);
expectType<() => Promise<never>>(promisifiedAny.never);
expectType<(a: unknown) => Promise<unknown>>(promisifiedAny.unknown);
expectType<() => Promise<boolean>>(promisifiedAny.flag);
declare const promisifiedStreams: Promisify<{
  items(): Iterable<string>;
  steps(): Generator<string, number, boolean>;
  list(): string[];
  ready(): Promise<string>;
  maybe(): string | Promise<string>;
}>;
expectType<() => AsyncIterable<string>>(promisifiedStreams.items);
expectType<() => AsyncGenerator<string, number, boolean>>(promisifiedStreams.steps);
expectType<() => Promise<string[]>>(promisifiedStreams.list);
expectType<() => Promise<string>>(promisifiedStreams.ready);
expectType<() => Promise<string>>(promisifiedStreams.maybe);
declare const refused: Promisify<Builder>;
expectNotType<(item: string) => Promise<Builder>>(refused.add);
expectType<() => Promise<number>>(refused.size);
declare const allowed: Promisify<Store, [SameOnBoth<'read'>, Exemption<'root'> & { side: 'sync' }]>;
expectType<(path: string, limit?: number) => string>(allowed.read);
expectType<'read' | 'describe'>({} as keyof typeof allowed);

// Mirrors
expectType<NoMembers>({} as Mirrors<Store, AsyncStore>);
expectType<NoMembers>({} as Mirrors<Store, AsyncStore & { readMany(): Promise<string> }, Allow>);
expectType<'read' | 'describe'>({} as keyof Mirrors<Store, Store>);
expectType<'readMany'>({} as keyof Mirrors<Store, AsyncStore & { readMany(): Promise<string> }>);
expectType<'root'>({} as keyof Mirrors<Store, Omit<AsyncStore, 'root'>>);
expectType<never>({} as never as Mirrors<Store, Omit<AsyncStore, 'read'> & { read: any }>['read']);
expectNotType<NoMembers>({} as Mirrors<Builder, Builder>);

// Conforms
expectType<NoMembers>({} as Conforms<AsyncStore, AsyncStore>);
expectType<'read' | 'describe'>({} as keyof Conforms<AsyncStore, Store>);
expectType<NoMembers>({} as Conforms<{ readonly map: <T>(a: T) => T[] }, { map<U>(b: U): U[] }>);
expectType<'map'>({} as keyof Conforms<{ readonly map: <T>(a: T) => T[] }, { map(a: unknown): unknown[] }>);
expectNotType<NoMembers>({} as Conforms<AsyncStore, AsyncStore, Allow>);

// DriftsBetween, InStep
expectType<NoMembers>({} as DriftsBetween<Store, AsyncStore>);
expectType<true>({} as InStep<DriftsBetween<Store, AsyncStore>>);
// @ts-expect-error a drift is refused
expectType<false>({} as InStep<DriftsBetween<Store, Store>>);

// Drift
expectNotAssignable<Drift<'words', string>>('words');
expectNotAssignable<Drift<'words', string>>({});

// Statics and constructors
declare class Files {
  static open(path: string): Files;
  static readonly limit: number;
  constructor(options?: { readonly root?: string });
}
declare class AsyncFiles {
  static open(path: string): Promise<AsyncFiles>;
  static readonly limit: number;
  constructor(options?: { readonly root?: string; readonly pool?: number });
}
expectType<NoMembers>({} as MirrorsStatics<typeof Files, typeof AsyncFiles>);
expectType<'open'>({} as keyof MirrorsStatics<typeof Files, typeof Files>);
expectType<'pool'>({} as keyof MirrorsConstructor<typeof Files, typeof AsyncFiles>);
expectType<NoMembers>(
  {} as MirrorsConstructor<
    typeof Files,
    typeof AsyncFiles,
    [{ member: 'pool'; side: 'async'; reason: 'one is enough' }]
  >,
);

// Exemption
expectAssignable<Exemption>({ member: 'a', side: 'both', reason: 'pure' } as const);
// @ts-expect-error a reason is required
expectAssignable<Exemption>({ member: 'a', side: 'async' });
// @ts-expect-error the side is one of three
expectAssignable<Exemption>({ member: 'a', side: 'left', reason: 'why' });
