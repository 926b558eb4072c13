import type { RunEventBase } from '../../types/run-event.ts';
import type { RunRecording } from '../analytics/run-recording.ts';
import type { WorkerPool } from '../bridge/worker-pool.ts';
import type { NodeTracing } from '../monitoring/node-tracing.ts';
import type { LoopBehaviour } from '../nodes/node-definition.ts';
import type { Resilience } from '../resilience/resilience.ts';
import type { RunHold } from '../resources/run-hold.ts';
import type { RuntimeLimits } from '../resources/runtime-limits.ts';
import type { SecretVault } from '../secrets/secret-vault.ts';
import type { Checkpoints } from './checkpoints.ts';
import type { Emitter } from './emitter.ts';
import type { Parameters } from './parameters.ts';
import type { Plan } from './plan.ts';
import type { RunAccess } from './run-access.ts';
import type { RunDurability } from './run-durability.ts';
import type { RunLife } from './run-life.ts';
import type { RunSettings } from './run-settings.ts';

/** What a run is started with. */
export interface Run {
  readonly runId: string;
  readonly plan: Plan;
  readonly settings: RunSettings;
  readonly parameters: Parameters;
  readonly emitter: Emitter;
  /** The run and the node that this is a sub-workflow of. */
  readonly parent: RunEventBase['parent'];
  /** The breakers and bulkheads of the runtime. */
  readonly resilience: Resilience;
  /** The limits of the runtime, where it has any. */
  readonly limits: RuntimeLimits | undefined;
  readonly life: RunLife;
  /** What it holds of the runtime's shared resources. */
  readonly resources: RunHold;
  /** The workers for nodes that are CPU-bound, where the runtime has any. */
  readonly pool: WorkerPool | undefined;
  /** Who may do what in it; `undefined` where everyone may do everything. */
  readonly access: RunAccess | undefined;
  /** The secrets of this run and of all inside of it; `undefined` where the runtime has no provider. */
  readonly vault: SecretVault | undefined;
  /** What the bodies of its nodes are called through; `undefined` where nothing is. */
  readonly tracing: NodeTracing | undefined;
  /** What keeps a record of it and of all inside of it; `undefined` where nothing does. */
  readonly recording: RunRecording | undefined;
  /** On a run inside of another one: why the outer one has it end, `undefined` while it may go on. */
  readonly outerStop?: () => Error | undefined;
  /** On the run of a loop: what is made of its items, and the settings of the runs inside of them. */
  readonly loop?: { readonly behaviour: LoopBehaviour; readonly inner: RunSettings };
  /** What it keeps of itself, where it is durable. */
  readonly checkpoints: Checkpoints | undefined;
  /** How it becomes durable, before it begins. */
  readonly durability: RunDurability | undefined;
  /** Milliseconds since some fixed moment, never going back. */
  readonly now: () => number;
}
