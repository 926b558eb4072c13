/** What one run of sandboxed code may use. */
export type SandboxLimits = {
  /** Milliseconds from the start of the run to the moment the code is stopped. */
  readonly timeoutMs: number;
  /** Mebibytes that the code's own values, its copied inputs and its result may take together. */
  readonly memoryLimitMb: number;
  /** Bytes of the result, counted as JSON text in UTF-8. */
  readonly maxOutputBytes: number;
};

/** The limits of a code node that sets none: 5 seconds, 64 MiB, 4 MiB of result. */
export const DEFAULT_SANDBOX_LIMITS: SandboxLimits = {
  timeoutMs: 5000,
  memoryLimitMb: 64,
  maxOutputBytes: 4 * 1024 * 1024,
};

/** How deep values that cross the border may nest; the sandbox's stack would not hold much more. */
export const MAX_DEPTH = 200;
