import type { TestReport } from './test-model.ts';

/** Where a run stood in the project's history; `null` outside of a Git work tree. */
export interface Revision {
  /** The full hash. */
  readonly commit: string | null;
  /** `null` on a detached head as well. */
  readonly branch: string | null;
}

/** Where `lockstep test` leaves its outcome for `report`, `audit` and `dashboard`, relative to the config's folder. */
export const TEST_MEASUREMENT_FILE = '.lockstep/tests.json';

/** The moment and the revision of a measurement. */
export interface MeasuredAt extends Revision {
  /** In UTC, as `2026-01-31T08:00:00.000Z`. */
  readonly date: string;
}

/** A test report, with the moment and the revision that it was measured at. */
export interface TestMeasurement extends MeasuredAt {
  readonly version: 1;
  readonly report: TestReport;
}
