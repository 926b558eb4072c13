import { availableParallelism } from 'node:os';
import type { ResourceLimits } from '../../types/resource-limits.ts';

/** A limit that is passed, and by what. */
export interface Excess {
  readonly resource: 'memory' | 'cpu';
  readonly value: number;
  readonly limit: number;
}

/** How often the process is looked at, at most, in milliseconds: a look takes some microseconds. */
export const LOOK_MS = 100;

const MIB = 2 ** 20;

/** What the process uses of what is measured. */
export interface Usage {
  readonly memoryMb: () => number;
  /** CPU time so far, in milliseconds, of all threads. */
  readonly cpuMs: () => number;
  readonly cores: number;
}

/** The process itself. */
export const processUsage: Usage = {
  memoryMb: () => process.memoryUsage.rss() / MIB,
  cpuMs: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  },
  cores: availableParallelism(),
};

/** Says whether the process uses more than it may. It has no timer of its own: CPU is that of the time since the last look. */
export class Pressure {
  readonly #limits: ResourceLimits;
  readonly #usage: Usage;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #cpuMs = 0;
  #excess: Excess | undefined = undefined;

  constructor(limits: ResourceLimits, usage: Usage = processUsage) {
    this.#limits = limits;
    this.#usage = usage;
  }

  /** The first limit that is passed, as of the last `LOOK_MS`. */
  look(now: number): Excess | undefined {
    const elapsed = now - this.#lookedAt;
    if (elapsed < LOOK_MS) return this.#excess;
    const cpuMs = this.#usage.cpuMs();
    const percent = ((cpuMs - this.#cpuMs) / elapsed / this.#usage.cores) * 100;
    this.#cpuMs = cpuMs;
    this.#lookedAt = now;
    this.#excess = this.#memory() ?? this.#cpu(percent);
    return this.#excess;
  }

  #memory(): Excess | undefined {
    const limit = this.#limits.maxMemoryMb;
    if (limit === undefined) return undefined;
    const value = this.#usage.memoryMb();
    return value > limit ? { resource: 'memory', value, limit } : undefined;
  }

  #cpu(value: number): Excess | undefined {
    const limit = this.#limits.maxCpuPercent;
    return limit !== undefined && value > limit ? { resource: 'cpu', value, limit } : undefined;
  }
}
