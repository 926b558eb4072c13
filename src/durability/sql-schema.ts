import type { Dialect } from '../database/database-contract.ts';

/** The tables of a store, made where there are none. A lock keeps two processes from making them at once, which PostgreSQL refuses. */
export const sqlSchema = (dialect: Dialect): string => `
${dialect === 'postgresql' ? 'SELECT pg_advisory_xact_lock(4951760);' : ''}
CREATE TABLE IF NOT EXISTS lockstep_runs (
  run_id TEXT PRIMARY KEY,
  workflow TEXT NOT NULL,
  shape TEXT NOT NULL,
  parameters TEXT NOT NULL,
  settings TEXT NOT NULL,
  idempotency_key TEXT UNIQUE,
  status TEXT NOT NULL,
  owner TEXT,
  lease_until BIGINT NOT NULL,
  started_at BIGINT NOT NULL,
  ended_at BIGINT,
  outcome TEXT
);
CREATE INDEX IF NOT EXISTS lockstep_runs_by_start ON lockstep_runs (started_at);
CREATE TABLE IF NOT EXISTS lockstep_checkpoints (
  run_id TEXT NOT NULL REFERENCES lockstep_runs (run_id),
  sequence BIGINT NOT NULL,
  scope TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  iteration BIGINT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (run_id, sequence)
);
`;
