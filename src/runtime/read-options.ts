import * as v from 'valibot';
import type { UserContext } from '../../types/access-control.ts';
import type { RunProgress } from '../../types/execution-plan.ts';
import type { ResumeOptions } from '../../types/resume-options.ts';
import type {
  AsyncRuntimeOptions,
  CloseOptions,
  RunOptions,
  RuntimeOptions,
} from '../../types/runtime-options.ts';
import { analytics } from '../analytics/analytics-schema.ts';
import { audit } from '../audit/audit-schema.ts';
import { durabilityPolicy } from '../durability/durability-schema.ts';
import type { RunSettings } from '../engine/run-settings.ts';
import { InvalidOptionError } from '../errors/invalid-option-error.ts';
import { logger } from '../monitoring/logger-schema.ts';
import { openTelemetry } from '../monitoring/open-telemetry-schema.ts';
import { isPlainObject } from '../nodes/plain-object.ts';
import { milliseconds, retryPolicy, timeLimit } from '../nodes/policy-schema.ts';
import { readEntries } from '../nodes/read-entries.ts';
import { bulkheadPolicy, circuitBreakerPolicy } from '../nodes/resilience-schema.ts';
import { resourceLimits } from '../resources/limits-schema.ts';
import { declaredResources } from '../resources/resource-schema.ts';
import { secretProvider } from '../secrets/provider-schema.ts';
import { accessControl, userContext } from '../security/access-schema.ts';

const onError = v.picklist(['stop', 'skipDependents', 'continue']);

const runtimeEntries = {
  conditionalExecution: v.exactOptional(v.picklist(['route_data', 'skip_branches']), 'route_data'),
  onError: v.exactOptional(onError, 'stop'),
  contentAwareSuccess: v.exactOptional(v.boolean(), true),
  enableCycles: v.exactOptional(v.boolean(), true),
  retry: v.exactOptional(retryPolicy, { maxAttempts: 1 }),
  durability: v.exactOptional(durabilityPolicy),
  circuitBreaker: v.exactOptional(circuitBreakerPolicy),
  bulkhead: v.exactOptional(bulkheadPolicy),
  timeoutMs: v.exactOptional(timeLimit),
  persistent: v.exactOptional(v.boolean(), false),
  resources: v.exactOptional(declaredResources, {}),
  audit: v.exactOptional(audit),
  analytics: v.exactOptional(analytics),
  metrics: v.exactOptional(v.boolean(), false),
  logger: v.exactOptional(logger),
  openTelemetry: v.exactOptional(openTelemetry),
  accessControl: v.exactOptional(accessControl),
  secretProvider: v.exactOptional(secretProvider),
  userContext: v.exactOptional(userContext),
  resourceLimits: v.exactOptional(resourceLimits),
};

const asyncEntries = {
  ...runtimeEntries,
  maxConcurrency: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1)), 10),
  enableProfiling: v.exactOptional(v.boolean(), false),
  threadPoolSize: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0)), 4),
};

const parameters = v.exactOptional(
  v.custom<Readonly<Record<string, unknown>>>(isPlainObject, 'a plain object'),
);

const runEntries = {
  signal: v.exactOptional(v.instance(AbortSignal)),
  timeoutMs: v.exactOptional(timeLimit),
  onError: v.exactOptional(onError),
  userContext: v.exactOptional(userContext),
};

const idempotencyKey = v.exactOptional(v.pipe(v.string(), v.nonEmpty()));

const resumeEntries = {
  ...runEntries,
  force: v.exactOptional(v.boolean(), false),
  retryFailed: v.exactOptional(v.boolean(), false),
};

const progressEntries = {
  results: v.exactOptional(v.custom<Readonly<Record<string, unknown>>>(isPlainObject, 'a plain object')),
  skipped: v.exactOptional(v.array(v.string())),
  failed: v.exactOptional(v.array(v.string())),
};

/** The settings of a runtime that runs one node at a time. */
export const readRuntimeOptions = (options: RuntimeOptions): RunSettings =>
  settingsOf({
    ...readEntries(runtimeEntries, withoutAsyncOnly(options)),
    maxConcurrency: 1,
    threadPoolSize: 0,
    enableProfiling: false,
    canWait: false,
  });

/** @throws {InvalidOptionError} an option is one of the other runtime alone, which a program in JavaScript may not know */
const withoutAsyncOnly = (options: RuntimeOptions): RuntimeOptions => {
  for (const [name, value] of Object.entries(options ?? {})) {
    if (!Object.hasOwn(asyncEntries, name) || Object.hasOwn(runtimeEntries, name)) continue;
    throw new InvalidOptionError(
      name,
      value,
      'It is an option of AsyncLocalRuntime: a LocalRuntime runs one node at a time. Leave it out.',
    );
  }
  return options;
};

/** The settings of a runtime that runs several nodes at a time. */
export const readAsyncRuntimeOptions = (options: AsyncRuntimeOptions): RunSettings =>
  settingsOf(withHistory({ ...readEntries(asyncEntries, options), canWait: true }));

/** @throws {InvalidOptionError} runs are to be profiled, and nothing keeps what that tells */
const withHistory = <Read extends Pick<AsyncRuntimeOptions, 'analytics' | 'enableProfiling'>>(
  read: Read,
): Read => {
  if (read.enableProfiling !== true || read.analytics !== undefined) return read;
  throw new InvalidOptionError(
    'enableProfiling',
    true,
    'It adds to records of runs, and none are kept: give analytics: { store: new MemoryRunHistoryStore() } as well, or leave it out.',
  );
};

/** The settings of one run: those of its runtime, with what the run's own options say. */
export const readRunOptions = (settings: RunSettings, options: RunOptions): RunSettings => {
  const {
    parameters: _,
    idempotencyKey: __,
    ...own
  } = readEntries({ ...runEntries, parameters, idempotencyKey }, options);
  return { ...settings, ...own };
};

/** The options of a run that goes on, checked. */
export const readResumeOptions = (options: ResumeOptions): ResumeOptions =>
  readEntries(resumeEntries, options);

const closeEntries = { drainMs: v.exactOptional(milliseconds) };

/** How a runtime is to be closed, checked. */
export const readCloseOptions = (options: CloseOptions): CloseOptions => readEntries(closeEntries, options);

/** A user as a check of access is given it. */
export const readUserContext = (user: UserContext): UserContext =>
  readEntries({ userContext }, { userContext: user }).userContext;

/** What is known of a run, checked: a name that is misspelt would be taken for nothing known. */
export const readProgress = (progress: RunProgress): RunProgress =>
  readEntries(progressEntries, progress, 'progress');

// What is not given is there all the same, as undefined, so that all settings have one shape.
const settingsOf = (
  options: Omit<RunSettings, Absent> & { readonly [Name in Absent]?: RunSettings[Name] },
): RunSettings => ({ ...NONE, ...options });

type Absent =
  | 'timeoutMs'
  | 'signal'
  | 'circuitBreaker'
  | 'bulkhead'
  | 'resourceLimits'
  | 'analytics'
  | 'audit'
  | 'logger'
  | 'openTelemetry'
  | 'accessControl'
  | 'secretProvider'
  | 'userContext';

const NONE = {
  timeoutMs: undefined,
  signal: undefined,
  circuitBreaker: undefined,
  bulkhead: undefined,
  analytics: undefined,
  audit: undefined,
  logger: undefined,
  openTelemetry: undefined,
  accessControl: undefined,
  secretProvider: undefined,
  userContext: undefined,
  resourceLimits: undefined,
};
