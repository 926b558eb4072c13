// What can be disposed of is declared with symbols that the `lib` of many projects lacks.
/// <reference lib="esnext.disposable" preserve="true" />
export { type AcceptedFinding, assertInStep, type InStepOptions } from './assert-in-step.ts';
export type { AuditAnswer, AuditQuestion } from './audit-checks.ts';
export { type Audit, auditOf, type PairAudit } from './audit-model.ts';
export type { Trend } from './audit-trend.ts';
export type { CheckId } from './check-facts.ts';
export { type CheckOptions, checkPair, checkPairs } from './check-pair.ts';
export {
  type AllowEntry,
  type Area,
  defineConfig,
  type GateExemption,
  type LockstepConfig,
  type PairSuites,
} from './config.ts';
export { type Dashboard, type DashboardMoment, type DashboardPair, dashboardOf } from './dashboard-model.ts';
export { ToolkitError } from './errors/toolkit-error.ts';
export type { Aged } from './history-ages.ts';
export { type History, type HistoryFault, parseHistory, readHistory } from './history-read.ts';
export type {
  HistoryRecord,
  RecordedAllowance,
  RecordedFinding,
  RecordedPair,
  RecordedShortfall,
  RecordedTests,
} from './history-record.ts';
export { type ReadOptions, readSurface } from './read-surface.ts';
export { type PairOutcome, report } from './report.ts';
export type {
  Allowance,
  Finding,
  MemberCounts,
  Pair,
  PairReport,
  Place,
  Report,
  Side,
} from './report-model.ts';
export type {
  AreaStanding,
  CoverageStanding,
  PairStanding,
  SideName,
  TestStanding,
} from './report-standing.ts';
export type { MemberKind, SurfaceKind, Visibility } from './surface/surface.ts';
export type {
  MemberModel,
  ParameterModel,
  SignatureModel,
  SurfaceModel,
  TypeParameterModel,
} from './surface-model.ts';
export type { MeasuredAt, Revision, TestMeasurement } from './test-measurement.ts';
export type {
  AreaBranches,
  AreaCounts,
  Coverage,
  MemberCoverage,
  MemberCoverages,
  PairTests,
  Share,
  SideTests,
  TestReport,
  Thresholds,
} from './test-model.ts';
export type { CoverageMetric, Shortfall } from './test-shortfall.ts';
