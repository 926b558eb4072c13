import type { AsyncDatabase } from '../src/database/async-database.ts';
import type { Database } from '../src/database/database.ts';
import type { AsyncLocalRuntime } from '../src/runtime/async-local-runtime.ts';
import type { LocalRuntime } from '../src/runtime/local-runtime.ts';
import type { InStep } from '../types/in-step.ts';
import type { MirrorsConstructor } from '../types/mirrors-constructor.ts';
import type { MirrorsStatics } from '../types/mirrors-statics.ts';
import type { runtimeOptions } from './allowlist.ts';
import type { Pair } from './report-model.ts';

/** The pairs of this repository, as `lockstep check` takes them. */
export const pairs = [
  {
    name: 'runtime',
    sync: './src/runtime/local-runtime.ts#LocalRuntime',
    async: './src/runtime/async-local-runtime.ts#AsyncLocalRuntime',
  },
  {
    name: 'database',
    sync: './src/database/database.ts#Database',
    async: './src/database/async-database.ts#AsyncDatabase',
  },
] as const satisfies readonly Pair[];

// The instances are held to their contracts where they are declared; an `implements` clause sees no more than those.

/** Refused, here, when the static members of the runtimes drift. */
export type RuntimeStatics = InStep<MirrorsStatics<typeof LocalRuntime, typeof AsyncLocalRuntime>>;

/** Refused, here, when the constructor options of the runtimes drift. */
export type RuntimeConstructor = InStep<
  MirrorsConstructor<typeof LocalRuntime, typeof AsyncLocalRuntime, typeof runtimeOptions>
>;

/** Refused, here, when the static members of the databases drift. */
export type DatabaseStatics = InStep<MirrorsStatics<typeof Database, typeof AsyncDatabase>>;

/** Refused, here, when the constructor options of the databases drift. */
export type DatabaseConstructor = InStep<MirrorsConstructor<typeof Database, typeof AsyncDatabase>>;
