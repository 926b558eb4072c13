import type { Connection, Cycle } from '../../types/workflow.ts';
import { describeValue } from '../errors/describe-value.ts';
import type { NodeDefinition } from '../nodes/node-definition.ts';
import type { NodeRegistry } from '../nodes/node-registry.ts';
import { builtinNodes } from './builtin-nodes.ts';
import type {
  ConfigOf,
  IdOf,
  InputOf,
  InputPortOf,
  NodeTypeArgument,
  NodeTypes,
  OutputOf,
  OutputPortOf,
  OutputsOf,
} from './node-types.ts';
import { Workflow } from './workflow.ts';
import type { NodeDescription } from './workflow-description.ts';

/** A node type that is checked against the known names where it is a literal, and taken as it is elsewhere. */
export type KnownType<Type> = Type extends string ? (string extends Type ? Type : keyof NodeTypes) : Type;

/** A config without entries that its node type does not know. */
export type ExactConfig<Type, Config> = Config & {
  readonly [Key in Exclude<keyof Config, keyof AllKeys<ConfigOf<Type>>>]: never;
};

type AllKeys<T> = [keyof T] extends [never] ? Record<PropertyKey, unknown> : T;

/** The declaration of a cycle, without its id. */
export interface CycleDeclaration<Nodes> extends Omit<Cycle, 'id' | 'edges'> {
  readonly edges: readonly {
    readonly source: IdOf<Nodes>;
    readonly output: string;
    readonly target: IdOf<Nodes>;
    readonly input: string;
  }[];
}

/**
 * Collects nodes, connections and cycles, and builds a workflow of them.
 *
 * Chained calls are typed: ids, ports and configs are checked where they are literals. All else is checked by `build()`.
 *
 * @example
 * ```ts
 * import { WorkflowBuilder } from 'lockstep';
 * const workflow = new WorkflowBuilder('sum')
 *   .addNode('FunctionNode', 'two', { run: () => ({ value: 2 }) })
 *   .addNode('FunctionNode', 'double', { run: ({ value }) => Number(value) * 2 })
 *   .addConnection('two', 'value', 'double', 'value')
 *   .build();
 * ```
 */
export class WorkflowBuilder<Nodes = Record<never, never>> {
  readonly #name: string;
  readonly #registry: NodeRegistry;
  readonly #nodes: NodeDescription[] = [];
  readonly #connections: Connection[] = [];
  readonly #cycles: Cycle[] = [];

  constructor(name = 'workflow', registry: NodeRegistry = builtinNodes) {
    this.#name = name;
    this.#registry = registry;
  }

  /** Adds a node: the name of a registered type, or a definition; an id of its own; the config of that type. */
  addNode<
    const Type extends NodeTypeArgument,
    const Id extends string,
    const Config extends ConfigOf<Type> = ConfigOf<Type>,
  >(
    type: Type & KnownType<Type>,
    id: Id,
    ...config: object extends ConfigOf<Type>
      ? [config?: ExactConfig<Type, Config>]
      : [config: ExactConfig<Type, Config>]
  ): WorkflowBuilder<
    Nodes & {
      readonly [Key in Id]: { readonly output: OutputOf<Type, Config>; readonly input: InputOf<Type> };
    }
  >;
  addNode(
    type: string | NodeDefinition,
    id: string,
    config: Readonly<Record<string, unknown>> = {},
  ): unknown {
    const isDefinition = typeof type === 'object' && type !== null && typeof type.prepare === 'function';
    const definition = typeof type === 'string' ? this.#registry.get(type) : isDefinition ? type : undefined;
    const name = typeof type === 'string' ? type : isDefinition ? type.type : describeValue(type);
    this.#nodes.push({ id, type: name, definition, config });
    return this;
  }

  /** Leads an output port of one node to an input port of another; ports may be dotted paths into the output. */
  addConnection<const Source extends IdOf<Nodes>, const Target extends IdOf<Nodes>>(
    source: Source,
    output: OutputPortOf<Nodes, Source>,
    target: Target,
    input: InputPortOf<Nodes, Target>,
  ): this {
    this.#connections.push({ source, output, target, input });
    return this;
  }

  /** Declares a cycle by its back edges, which carry the previous iteration's values. */
  addCycle(id: string, cycle: CycleDeclaration<Nodes>): this {
    this.#cycles.push({ ...cycle, id });
    return this;
  }

  /**
   * Validates what was added and freezes it.
   *
   * @throws {LockstepError} what the constructor of `Workflow` throws: the first thing that is wrong, and its remedy
   */
  build(): Workflow<OutputsOf<Nodes>> {
    return new Workflow<OutputsOf<Nodes>>({
      name: this.#name,
      nodes: this.#nodes,
      connections: this.#connections,
      cycles: this.#cycles,
      registry: this.#registry,
    });
  }
}
