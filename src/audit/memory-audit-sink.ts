import type { AuditEntry, AuditSink } from '../../types/audit.ts';

/** An audit log in memory. */
export interface MemoryAuditSink extends AuditSink {
  /** All entries, the first one first. */
  readonly entries: () => readonly AuditEntry[];
}

/**
 * Keeps an audit log in memory, for tests; it grows without bounds.
 *
 * @example
 * ```ts
 * import { LocalRuntime, memoryAuditSink } from 'lockstep';
 * const sink = memoryAuditSink();
 * new LocalRuntime({ audit: { sink } }).logAuditEvent({ type: 'deployed' });
 * sink.entries().length; // 1
 * ```
 */
export const memoryAuditSink = (): MemoryAuditSink => {
  const entries: AuditEntry[] = [];
  return {
    entries: () => [...entries],
    head: () => entries.at(-1),
    append: (entry) => {
      entries.push(entry);
    },
  };
};
