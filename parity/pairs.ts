import type { AsyncSqlRunHistoryStore } from '../src/analytics/async-sql-run-history-store.ts';
import type { SqlRunHistoryStore } from '../src/analytics/sql-run-history-store.ts';
import type { AsyncDatabase } from '../src/database/async-database.ts';
import type { Database } from '../src/database/database.ts';
import type { AsyncMemoryCheckpointStore } from '../src/durability/async-memory-checkpoint-store.ts';
import type { AsyncSqlCheckpointStore } from '../src/durability/async-sql-checkpoint-store.ts';
import type { MemoryCheckpointStore } from '../src/durability/memory-checkpoint-store.ts';
import type { SqlCheckpointStore } from '../src/durability/sql-checkpoint-store.ts';
import type { asyncCodeNode, asyncMergeNode, asyncSwitchNode } from '../src/nodes/async-twins.ts';
import type { codeNode } from '../src/nodes/code-node.ts';
import type { blockingFiles, concurrentFiles } from '../src/nodes/file-system.ts';
import type { mergeNode } from '../src/nodes/merge-node.ts';
import type { switchNode } from '../src/nodes/switch-node.ts';
import type { asyncPythonCodeNode, pythonCodeNode } from '../src/python/python-code-node.ts';
import type { AsyncLocalRuntime } from '../src/runtime/async-local-runtime.ts';
import type { LocalRuntime } from '../src/runtime/local-runtime.ts';
import type { asyncSqlNode, sqlNode } from '../src/sql-nodes/sql-node.ts';
import type { DriftsBetween } from '../types/drifts-between.ts';
import type { SameOnBoth } from '../types/exemption.ts';
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
  {
    name: 'files',
    sync: './src/nodes/file-system.ts#blockingFiles',
    async: './src/nodes/file-system.ts#concurrentFiles',
  },
  {
    name: 'switch',
    sync: './src/nodes/switch-node.ts#switchNode',
    async: './src/nodes/async-twins.ts#asyncSwitchNode',
  },
  {
    name: 'merge',
    sync: './src/nodes/merge-node.ts#mergeNode',
    async: './src/nodes/async-twins.ts#asyncMergeNode',
  },
  {
    name: 'code',
    sync: './src/nodes/code-node.ts#codeNode',
    async: './src/nodes/async-twins.ts#asyncCodeNode',
  },
  {
    name: 'python-code',
    sync: './src/python/python-code-node.ts#pythonCodeNode',
    async: './src/python/python-code-node.ts#asyncPythonCodeNode',
  },
  {
    name: 'sql',
    sync: './src/sql-nodes/sql-node.ts#sqlNode',
    async: './src/sql-nodes/sql-node.ts#asyncSqlNode',
  },
  {
    name: 'memory-checkpoint-store',
    sync: './src/durability/memory-checkpoint-store.ts#MemoryCheckpointStore',
    async: './src/durability/async-memory-checkpoint-store.ts#AsyncMemoryCheckpointStore',
  },
  {
    name: 'sql-checkpoint-store',
    sync: './src/durability/sql-checkpoint-store.ts#SqlCheckpointStore',
    async: './src/durability/async-sql-checkpoint-store.ts#AsyncSqlCheckpointStore',
  },
  {
    name: 'sql-run-history-store',
    sync: './src/analytics/sql-run-history-store.ts#SqlRunHistoryStore',
    async: './src/analytics/async-sql-run-history-store.ts#AsyncSqlRunHistoryStore',
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

/** Refused, here, when what the file nodes ask of the file system drifts: their bodies are written once, their leaves twice. */
export type FileLeaves = InStep<DriftsBetween<typeof blockingFiles, typeof concurrentFiles>>;

/** Refused, here, when a node drifts from the one that carries its asynchronous name; preparing one has no colour. */
export type AsyncNodes = [
  InStep<DriftsBetween<typeof switchNode, typeof asyncSwitchNode, [SameOnBoth<'prepare'>]>>,
  InStep<DriftsBetween<typeof mergeNode, typeof asyncMergeNode, [SameOnBoth<'prepare'>]>>,
  InStep<DriftsBetween<typeof codeNode, typeof asyncCodeNode, [SameOnBoth<'prepare'>]>>,
  InStep<DriftsBetween<typeof pythonCodeNode, typeof asyncPythonCodeNode, [SameOnBoth<'prepare'>]>>,
  InStep<DriftsBetween<typeof sqlNode, typeof asyncSqlNode, [SameOnBoth<'prepare'>]>>,
];

/** Refused, here, when the static members of the checkpoint stores in memory drift. */
export type MemoryCheckpointStoreStatics = InStep<
  MirrorsStatics<typeof MemoryCheckpointStore, typeof AsyncMemoryCheckpointStore>
>;

/** Refused, here, when their constructor options drift. */
export type MemoryCheckpointStoreConstructor = InStep<
  MirrorsConstructor<typeof MemoryCheckpointStore, typeof AsyncMemoryCheckpointStore>
>;

/** Refused, here, when the static members of the checkpoint stores in databases drift. */
export type SqlCheckpointStoreStatics = InStep<
  MirrorsStatics<typeof SqlCheckpointStore, typeof AsyncSqlCheckpointStore>
>;

/** Refused, here, when their constructor options drift. */
export type SqlCheckpointStoreConstructor = InStep<
  MirrorsConstructor<typeof SqlCheckpointStore, typeof AsyncSqlCheckpointStore>
>;

/** Refused, here, when the static members of the run histories in databases drift. */
export type SqlRunHistoryStoreStatics = InStep<
  MirrorsStatics<typeof SqlRunHistoryStore, typeof AsyncSqlRunHistoryStore>
>;

/** Refused, here, when their constructor options drift. */
export type SqlRunHistoryStoreConstructor = InStep<
  MirrorsConstructor<typeof SqlRunHistoryStore, typeof AsyncSqlRunHistoryStore>
>;
