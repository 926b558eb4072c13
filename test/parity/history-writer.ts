/** A process that appends records to a history: `history-writer.ts <file> <name> <count> [padding]`. */
import { appendRecord } from '../../parity/history-file.ts';
import { sampleRecord } from './history-samples.ts';

const [file = '', name = '', count = '0', padding = '0'] = process.argv.slice(2);

for (let index = 0; index < Number(count); index++) {
  appendRecord(
    file,
    sampleRecord('2026-01-01', { commit: `${name}-${index}-${'x'.repeat(Number(padding))}` }),
  );
  process.stdout.write(`${index}\n`);
}
