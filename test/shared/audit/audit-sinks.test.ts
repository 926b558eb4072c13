import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { BEGINNING, followLine } from '../../../parity/audit-log-verify.ts';
import { sharedFolder } from '../../../parity/testing/index.ts';
import {
  AsyncDatabase,
  AuditSinkError,
  type DatabaseOptions,
  openTelemetryAuditSink,
  sqlAuditSink,
  WorkflowBuilder,
} from '../../../src/index.ts';
import { freshDatabase } from '../../postgres/server.ts';
import { assertError, thrownBy } from '../runtime/assert-error.ts';
import { executeRuntime } from '../runtime/execute-runtime.ts';
import { kits } from '../runtime/kits.ts';
import { forEachSide } from './for-each-side.ts';

const folder = sharedFolder('audit-sinks');
const workflow = new WorkflowBuilder('orders').addNode('FunctionNode', 'a', { run: () => 1 }).build();

const databases: readonly [name: string, options: () => Promise<DatabaseOptions>][] = [
  ['sqlite', async () => ({ type: 'sqlite', path: `${folder}/${process.hrtime.bigint()}.db` })],
  ['postgresql', async () => ({ type: 'postgresql', url: await freshDatabase('lockstep_audit_sinks') })],
];

/** How many entries of the table follow each other without a fault. */
const intactEntries = async (options: DatabaseOptions): Promise<number> => {
  await using database = new AsyncDatabase(options);
  const { rows } = await database.query('SELECT entry FROM lockstep_audit ORDER BY sequence');
  let end = BEGINNING;
  for (const { entry } of rows) {
    const next = followLine(String(entry), end);
    assert.ok(typeof next !== 'string', String(next));
    end = next;
  }
  return end.count;
};

describe('TestSharedAuditSinks', () => {
  forEachSide(kits, ({ Runtime }, test) => {
    for (const [name, options] of databases) {
      test(`test_audit_one_chain_in_${name}_through_several_runtimes`, async () => {
        const database = await options();
        for (let time = 1; time <= 2; time++) {
          const sink = sqlAuditSink(database);
          const runtime = new Runtime({ audit: { sink } });
          await executeRuntime(runtime, workflow);
          assert.equal((await runtime.logAuditEvent({ type: 'approved' })).sequence, 3 * time);
          await runtime.close();
          sink.close();
        }
        assert.equal(await intactEntries(database), 6);
      });

      test(`test_audit_a_place_that_is_taken_in_${name}_is_an_error_and_the_chain_goes_on`, async () => {
        const database = await options();
        const [one, other] = [sqlAuditSink(database), sqlAuditSink(database)];
        await new Runtime({ audit: { sink: one } }).logAuditEvent({ type: 'first' });
        other.head();
        await new Runtime({ audit: { sink: one } }).logAuditEvent({ type: 'second' });
        const late = new Runtime({ audit: { sink: other } });
        assertError(await thrownBy(() => late.logAuditEvent({ type: 'late' })), AuditSinkError, "'late'");
        assert.equal((await late.logAuditEvent({ type: 'again' })).sequence, 3);
        one.close();
        other.close();
        assert.equal(await intactEntries(database), 3);
      });
    }

    test('test_audit_a_logger_of_open_telemetry_is_given_each_entry', async () => {
      const records: { readonly body: string; readonly attributes: Readonly<Record<string, unknown>> }[] = [];
      const sink = openTelemetryAuditSink({ emit: (record) => records.push(record) });
      await executeRuntime(new Runtime({ audit: { sink } }), workflow);
      assert.deepEqual(
        records.map(({ body, attributes }) => [body, attributes['lockstep.audit.sequence']]),
        [
          ['runStarted', 1],
          ['runCompleted', 2],
        ],
      );
    });
  });
});
