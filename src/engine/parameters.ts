import { InvalidOptionError } from '../errors/invalid-option-error.ts';
import { isPlainObject } from '../nodes/plain-object.ts';

/** The parameters of a run, told apart by whom they are for. */
export interface Parameters {
  /** Those of single nodes, by node id. */
  readonly nodes: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** Those of the workflow, by name. */
  readonly workflow: ReadonlyMap<string, unknown>;
}

/**
 * Tells node parameters (a node id with a plain object) from workflow-level ones (all others).
 *
 * @throws {InvalidOptionError} a name is `__proto__`
 */
export const splitParameters = (
  parameters: Readonly<Record<string, unknown>>,
  nodeIds: { readonly has: (id: string) => boolean },
): Parameters => {
  const nodes = new Map<string, Readonly<Record<string, unknown>>>();
  const workflow = new Map<string, unknown>();
  for (const [name, value] of Object.entries(parameters)) {
    refuseProto(name, parameters);
    if (!nodeIds.has(name) || !isPlainObject(value)) {
      workflow.set(name, value);
      continue;
    }
    for (const inner of Object.keys(value)) refuseProto(inner, value);
    nodes.set(name, value);
  }
  return { nodes, workflow };
};

const refuseProto = (name: string, among: unknown): undefined => {
  if (name !== '__proto__') return;
  throw new InvalidOptionError('parameters', among, "'__proto__' is no name for a parameter: rename it.");
};
