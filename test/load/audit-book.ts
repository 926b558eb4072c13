import { createReadStream, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { BEGINNING, type ChainEnd, followLine } from '../../parity/audit-log-verify.ts';
import { type FileAuditSink, fileAuditSink } from '../../src/index.ts';

/** What the runtimes record without payloads. */
const RECORDED = ['runStarted', 'runCompleted', 'runFailed', 'runCancelled'] as const;

/** What a log was found to hold. */
export interface AuditFinding {
  readonly lines: number;
  readonly faults: readonly string[];
}

/** Keeps the audit log of a load in files that are rotated, and compares it with the events that were heard. */
export class AuditBook {
  readonly sink: FileAuditSink;
  readonly #folder = mkdtempSync(join(tmpdir(), 'lockstep-load-'));

  constructor() {
    this.sink = fileAuditSink(join(this.#folder, 'audit.jsonl'), { rotateBytes: 32_000_000 });
  }

  /** Reads the log from its first line, as `lockstep audit-log verify` does, counts its lines by type, and deletes it. */
  async close(heard: ReadonlyMap<string, number>): Promise<AuditFinding> {
    this.sink.close();
    const faults: string[] = [];
    const counts = new Map<string, number>();
    let end: ChainEnd = BEGINNING;
    for (const file of this.#files()) {
      for await (const line of createInterface({ input: createReadStream(file) })) {
        const next = followLine(line, end);
        if (typeof next === 'string') faults.push(`line ${end.count + 1} of the audit log: ${next}`);
        else end = next;
        const { type } = JSON.parse(line) as { readonly type: string };
        counts.set(type, (counts.get(type) ?? 0) + 1);
      }
    }
    for (const type of RECORDED) {
      const [inLog, inEvents] = [counts.get(type) ?? 0, heard.get(type) ?? 0];
      if (inLog !== inEvents) faults.push(`${inLog} lines of ${type} in the audit log, ${inEvents} events`);
    }
    rmSync(this.#folder, { recursive: true });
    return { lines: end.count, faults };
  }

  #files(): readonly string[] {
    // A file that was put away has the number of its last entry behind its name; the one that is written has none.
    const numberOf = (name: string): number => Number(name.split('.jsonl.')[1] ?? Number.POSITIVE_INFINITY);
    const names = readdirSync(this.#folder).toSorted((one, other) => numberOf(one) - numberOf(other));
    return names.map((name) => join(this.#folder, name));
  }
}
