import type { RunEvent } from '../../../types/index.ts';
import type { RunIds } from './reference-outcome.ts';

const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const place = (parent: { readonly runId: string; readonly nodeId: string } | undefined): string =>
  parent === undefined ? '' : `${parent.runId} ${parent.nodeId}`;

/**
 * The run ids of an observed run, for the reference to use: they are random, so that they alone cannot be foretold.
 * Each must be a UUID of version 7 and no two equal; that every event and error carries the right one is compared.
 *
 * @throws Error for an id that is none
 */
export const observedRunIds = (events: readonly RunEvent[]): RunIds => {
  const started = events.filter((event) => event.type === 'runStarted');
  const ids = started.map(({ runId }) => runId);
  const bad = ids.find((id) => !uuidV7.test(id));
  if (bad !== undefined) throw new Error(`The run id '${bad}' is no UUID of version 7.`);
  if (new Set(ids).size < ids.length) throw new Error(`Two runs have one id: ${ids.join(', ')}.`);
  const used = new Map<string, number>();
  return (parent) => {
    const key = place(parent);
    const count = used.get(key) ?? 0;
    used.set(key, count + 1);
    const here = started.filter((event) => place(event.parent) === key);
    return here[count]?.runId ?? `no run was observed at '${key}'`;
  };
};
