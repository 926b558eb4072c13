import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import type { StoredRun } from '../../types/checkpoint-store.ts';

const readOr = (read: () => string): string => {
  try {
    return read();
  } catch {
    return '';
  }
};

// Where process ids mean the same: on Linux one boot of one machine, and in it one namespace of processes (a container has its own).
const MACHINE = createHash('sha256')
  .update(
    [
      hostname(),
      readOr(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')),
      readOr(() => readlinkSync('/proc/self/ns/pid')),
    ].join('\n'),
  )
  .digest('hex')
  .slice(0, 16);

/** Tells this process from an earlier one of the same id. */
const PROCESS = randomUUID();

const owners = new Set<string>();

/** A new owner of a run, alive until `forgetOwner`. */
export const newOwner = (): string => {
  const owner = `${MACHINE}/${process.pid}/${PROCESS}/${randomUUID()}`;
  owners.add(owner);
  return owner;
};

/** Says that an owner in this process runs its run no more. */
export const forgetOwner = (owner: string): undefined => {
  owners.delete(owner);
};

/**
 * Whether a run that a store calls `running` was interrupted: its lease has passed, or its process is known to have died, which can only
 * be told on the machine that it ran on. Such a run waits to be resumed.
 *
 * @example
 * ```ts
 * import { isInterrupted, MemoryCheckpointStore } from 'lockstep';
 * const waiting = new MemoryCheckpointStore().listRuns({ status: 'running' }).filter(isInterrupted);
 * ```
 */
export const isInterrupted = ({ status, owner, leaseUntil }: StoredRun): boolean =>
  status === 'running' && (owner === null || leaseUntil <= Date.now() || isDead(owner));

const isDead = (owner: string): boolean => {
  const [machine, pid, token] = owner.split('/');
  if (machine !== MACHINE) return false;
  if (Number(pid) === process.pid) return token !== PROCESS || !owners.has(owner);
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return Reflect.get(Object(error), 'code') === 'ESRCH';
  }
};
