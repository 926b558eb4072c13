import type { Dialect } from '../database/database-contract.ts';

const RUN = `run_id AS "runId", workflow, shape, parameters, settings, idempotency_key AS "idempotencyKey", status, owner,
  lease_until AS "leaseUntil", started_at AS "startedAt", ended_at AS "endedAt", outcome`;

/** The statements of a store that are the same in every dialect. */
export const statements = {
  insertRun: `INSERT INTO lockstep_runs VALUES (:runId, :workflow, :shape, :parameters, :settings, :idempotencyKey, :status, :owner,
    :leaseUntil, :startedAt, :endedAt, :outcome) ON CONFLICT DO NOTHING`,
  selectKept: `SELECT ${RUN} FROM lockstep_runs WHERE run_id = :runId OR idempotency_key = :idempotencyKey`,
  selectRun: `SELECT ${RUN} FROM lockstep_runs WHERE run_id = :runId`,
  claim: `UPDATE lockstep_runs SET status = 'running', owner = :owner, lease_until = :leaseUntil, ended_at = NULL, outcome = NULL
    WHERE run_id = :runId AND lease_until = :seenUntil AND (owner = :seenOwner OR (owner IS NULL AND :isFree = 1))`,
  selectRecords: `SELECT sequence, scope, kind, subject, iteration, value FROM lockstep_checkpoints WHERE run_id = :runId ORDER BY sequence`,
  extend: `UPDATE lockstep_runs SET lease_until = :leaseUntil WHERE run_id = :runId AND owner = :owner`,
  end: `UPDATE lockstep_runs SET status = :status, ended_at = :endedAt, outcome = :outcome, owner = NULL, lease_until = 0
    WHERE run_id = :runId AND owner = :owner`,
  deleteRecords: `DELETE FROM lockstep_checkpoints WHERE run_id = :runId`,
  deleteRun: `DELETE FROM lockstep_runs WHERE run_id = :runId`,
  list: `SELECT ${RUN} FROM lockstep_runs WHERE (status = :status OR :anyStatus = 1) AND (workflow = :workflow OR :anyWorkflow = 1)
    ORDER BY started_at DESC, run_id DESC LIMIT :limit`,
} as const;

const INSERT = `INSERT INTO lockstep_checkpoints (run_id, sequence, scope, kind, subject, iteration, value)`;

/** How records are added, given as a JSON list. PostgreSQL does all in one statement, which saves three ways there and back. */
export const appending: Readonly<Record<Dialect, string>> = {
  sqlite: `${INSERT} SELECT :runId, value ->> 'sequence', value ->> 'scope', value ->> 'kind', value ->> 'subject',
    value ->> 'iteration', value ->> 'value' FROM json_each(:records)`,
  postgresql: `WITH owned AS (
      UPDATE lockstep_runs SET lease_until = :leaseUntil WHERE run_id = :runId AND owner = :owner RETURNING run_id
    ), added AS (
      ${INSERT} SELECT owned.run_id, r.sequence, r.scope, r.kind, r.subject, r.iteration, r.value FROM owned,
      json_to_recordset(CAST(:records AS json)) AS r (sequence bigint, scope text, kind text, subject text, iteration bigint, value text)
    ) SELECT count(*) AS owned FROM owned`,
};
