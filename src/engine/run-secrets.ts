import { SecretError } from '../errors/secret-error.ts';
import { BAD_NAME, collectSecretNames, isSecretName, withSecrets } from '../secrets/secret.ts';
import type { SecretVault } from '../secrets/secret-vault.ts';
import { call } from './call.ts';
import type { CallEffect } from './effects.ts';
import type { Plan, PlanNode } from './plan.ts';
import type { Run } from './run.ts';

/** What the nodes of a run are given in place of defaults that refer to secrets, by the list that it stands in for. */
export type RunSecrets = ReadonlyMap<PlanNode['defaults'], PlanNode['defaults']>;

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

/** Whether a run has to be given secrets before its first node. Only configs ask for them: parameters and data come from strangers. */
export const needsSecrets = ({ plan }: Run): boolean => namesIn(plan).size > 0;

/**
 * Fetches the secrets that the configs of a run's nodes refer to, each once.
 *
 * @throws {SecretError} there is no provider, it fails, or it does not know one of them
 */
export function* fetchSecrets(run: Run): Generator<CallEffect, RunSecrets, unknown> {
  const names = namesIn(run.plan);
  const vault = run.vault ?? refuse([...names]);
  const forms = run.settings.secretProvider?.forms ?? (() => []);
  for (const name of names) {
    if (!vault.values.has(name)) vault.add(name, yield* fetchSecret(run, name), forms);
  }
  return new Map(
    run.plan.nodes.map(({ defaults }) => [
      defaults,
      withSecrets(defaults, vault.values) as PlanNode['defaults'],
    ]),
  );
}

const refuse = ([name = '']: readonly string[]): SecretVault => {
  throw new SecretError(
    name,
    'is asked for, and the runtime has no secretProvider. Give it one, such as environmentSecrets().',
  );
};

function* fetchSecret({ settings }: Run, name: string): Generator<CallEffect, unknown, unknown> {
  const { sync, async: concurrent } = settings.secretProvider ?? {};
  if (!isSecretName(name)) throw new SecretError(name, BAD_NAME);
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
