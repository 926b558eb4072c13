import { SecretError } from '../errors/secret-error.ts';
import { collectSecretNames, withSecrets } from '../secrets/secret.ts';
import type { SecretVault } from '../secrets/secret-vault.ts';
import { call } from './call.ts';
import type { CallEffect } from './effects.ts';
import type { Parameters } from './parameters.ts';
import type { Plan, PlanNode } from './plan.ts';
import type { Run } from './run.ts';

/** What the nodes of a run are given in place of references to secrets. */
export interface RunSecrets {
  readonly parameters: Parameters;
  /** By the list of defaults that it stands in for. */
  readonly defaults: ReadonlyMap<PlanNode['defaults'], PlanNode['defaults']>;
}

const namesInPlans = new WeakMap<Plan, ReadonlySet<string>>();

/** The names of the secrets that the configs of a plan's nodes refer to. */
const namesIn = (plan: Plan): ReadonlySet<string> => {
  let names = namesInPlans.get(plan);
  if (names === undefined) {
    const found = new Set<string>();
    // The items of a loop share their defaults.
    for (const defaults of new Set(plan.nodes.map((node) => node.defaults))) {
      collectSecretNames(defaults, found);
    }
    names = found;
    namesInPlans.set(plan, names);
  }
  return names;
};

const namesInParameters = ({ parent, parameters, vault }: Run): ReadonlySet<string> => {
  const names = new Set<string>();
  // Inside of another run they are data that has come over connections, which must not be able to ask for a secret.
  if (parent !== undefined || vault === undefined) return names;
  collectSecretNames([...parameters.nodes.values()], names);
  collectSecretNames([...parameters.workflow.values()], names);
  return names;
};

/** Whether a run has to be given secrets before its first node. */
export const needsSecrets = (run: Run): boolean =>
  namesIn(run.plan).size > 0 || namesInParameters(run).size > 0;

/**
 * Fetches the secrets that a run refers to, each once.
 *
 * @throws {SecretError} there is no provider, it fails, or it does not know one of them
 */
export function* fetchSecrets(run: Run): Generator<CallEffect, RunSecrets, unknown> {
  const { plan, parameters, parent } = run;
  const names = new Set([...namesIn(plan), ...namesInParameters(run)]);
  const vault = run.vault ?? refuse([...names]);
  for (const name of names) {
    if (!vault.values.has(name)) vault.add(name, yield* fetchSecret(run, name));
  }
  const resolved = (value: unknown): unknown => withSecrets(value, vault.values);
  return {
    parameters:
      parent === undefined
        ? {
            nodes: new Map(
              [...parameters.nodes].map(([id, own]) => [id, resolved(own) as typeof own] as const),
            ),
            workflow: new Map([...parameters.workflow].map(([name, value]) => [name, resolved(value)])),
          }
        : parameters,
    defaults: new Map(
      plan.nodes.map(({ defaults }) => [defaults, resolved(defaults) as PlanNode['defaults']]),
    ),
  };
}

const refuse = ([name = '']: readonly string[]): SecretVault => {
  throw new SecretError(
    name,
    'is asked for, and the runtime has no secretProvider. Give it one, such as environmentSecrets().',
  );
};

function* fetchSecret({ settings }: Run, name: string): Generator<CallEffect, unknown, unknown> {
  const { sync, async: concurrent } = settings.secretProvider ?? {};
  const missing = (): never => {
    throw new SecretError(
      name,
      'cannot be fetched here: the secretProvider has only an asynchronous form. Give it a sync form, or use AsyncLocalRuntime.',
    );
  };
  try {
    return yield* call({
      name: 'secretProvider',
      sync: () => (sync ?? missing)(name),
      async: () => (concurrent ?? sync ?? missing)(name),
    });
  } catch (error) {
    if (error instanceof SecretError) throw error;
    throw new SecretError(name, 'could not be fetched: the secretProvider has failed. See the cause.', {
      cause: error,
    });
  }
}
