import type { JsonValue } from '../../types/json.ts';
import type { Connection, Cycle, NodeOutputs, WorkflowContract, WorkflowJson } from '../../types/workflow.ts';
import type { NodeRegistry } from '../nodes/node-registry.ts';
import { buildNodes } from './build-nodes.ts';
import type { BuiltNode } from './built-node.ts';
import { builtinNodes } from './builtin-nodes.ts';
import { checkConnections } from './check-connections.ts';
import { checkCycles } from './check-cycles.ts';
import { frozenCopy } from './frozen-copy.ts';
import { workflowBrand } from './is-workflow.ts';
import { descriptionOfJson, jsonOfWorkflow } from './json.ts';
import { mermaidOf } from './mermaid.ts';
import { type Topology, topologyOf } from './topology.ts';
import type { WorkflowDescription } from './workflow-description.ts';
import { parseYaml, printYaml } from './yaml.ts';

/**
 * A validated, frozen graph of nodes; `WorkflowBuilder` makes one, and any number of runs on any runtime may share it.
 *
 * @example
 * ```ts
 * import { Workflow, WorkflowBuilder } from 'lockstep';
 * const workflow = new WorkflowBuilder('greet').addNode('CodeNode', 'hi', { code: "result = 'hello'" }).build();
 * const copy = Workflow.fromJSON(workflow.toJSON());
 * ```
 */
export class Workflow<Outputs extends NodeOutputs = NodeOutputs> implements WorkflowContract<Outputs> {
  readonly name: string;
  readonly nodes: readonly BuiltNode[];
  readonly connections: readonly Connection[];
  readonly cycles: readonly Cycle[];
  declare readonly outputs?: Outputs;
  readonly #topology: Topology;

  /**
   * @throws {LockstepError} one of `InvalidNodeIdError`, `UnknownNodeTypeError`, `InvalidConfigError`, `UnknownNodeError`,
   * `UnknownPortError`, `InvalidConnectionError`, `InvalidCycleError`, `UndeclaredCycleError`
   */
  constructor(description: WorkflowDescription) {
    const nodes = buildNodes(description.nodes, description.registry);
    checkConnections(description.connections, nodes);
    checkCycles(description.cycles, nodes);
    this.name = description.name;
    this.nodes = Object.freeze([...nodes.values()]);
    this.connections = frozenCopy(description.connections);
    this.cycles = frozenCopy(description.cycles);
    this.#topology = topologyOf([...nodes.keys()], this.connections, this.cycles);
    Object.defineProperty(this, workflowBrand, { value: true });
    Object.freeze(this);
  }

  /** The order of the nodes, which was computed when the workflow was built. */
  get topology(): Topology {
    return this.#topology;
  }

  /**
   * The workflow as plain JSON, cycles and sub-workflows included.
   *
   * @throws {SerializationError} a config or a cycle's end holds what JSON cannot carry, such as a function
   */
  toJSON(): WorkflowJson {
    return jsonOfWorkflow(this);
  }

  /**
   * The workflow as YAML.
   *
   * @throws {SerializationError} as `toJSON`
   */
  toYAML(): string {
    return printYaml(this.toJSON());
  }

  /** The graph as a Mermaid flowchart. */
  toMermaid(): string {
    return mermaidOf(this);
  }

  /**
   * The workflow that `toJSON` has written, as a value or as text.
   *
   * @throws {SerializationError} the value is not of that form
   * @throws {LockstepError} what the constructor throws
   */
  static fromJSON(json: WorkflowJson | JsonValue, registry: NodeRegistry = builtinNodes): Workflow {
    return new Workflow(descriptionOfJson(json, registry, Workflow.fromJSON));
  }

  /**
   * The workflow that `toYAML` has written.
   *
   * @throws {SerializationError} the text is no YAML, or not of that form
   * @throws {LockstepError} what the constructor throws
   */
  static fromYAML(text: string, registry: NodeRegistry = builtinNodes): Workflow {
    return Workflow.fromJSON(parseYaml(text), registry);
  }
}
