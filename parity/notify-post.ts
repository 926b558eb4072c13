import { setTimeout as sleep } from 'node:timers/promises';
import type { Target } from './notify-target.ts';

/** How often and how long to try; times in milliseconds. */
export interface Patience {
  /** At least 1. */
  readonly attempts: number;
  /** For one attempt. */
  readonly timeoutMs: number;
  /** The pause after the first failure; it doubles with each further one. */
  readonly pauseMs: number;
  /** The longest pause, also where the server asks for a longer one. */
  readonly longestPauseMs: number;
}

/** Up to about a minute in all, which a CI job can wait. */
export const DEFAULT_PATIENCE: Patience = {
  attempts: 4,
  timeoutMs: 10_000,
  pauseMs: 1000,
  longestPauseMs: 30_000,
};

/** What became of a message. `fault` never has the URL in it. */
export type Delivery =
  | { readonly delivered: true; readonly attempts: number }
  | { readonly delivered: false; readonly attempts: number; readonly fault: string };

/** One attempt that failed: why, whether another may succeed, and how long the server asks to wait. */
interface Failure {
  readonly fault: string;
  readonly retry: boolean;
  readonly waitMs: number;
}

const RETRIED = new Set([408, 425, 429]);

/** The seconds or the date of a Retry-After header (RFC 9110, section 10.2.3), in milliseconds from now. */
const retryAfter = (header: string | null): number => {
  if (header === null) return 0;
  const seconds = Number(header);
  const wait = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1000;
  return Number.isFinite(wait) ? Math.max(0, wait) : 0;
};

/** A cause without its message, as that may name the address. */
const codeOf = (error: unknown): string => {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return typeof cause === 'object' && cause !== null && 'code' in cause
    ? String(cause.code)
    : 'no connection';
};

const attempt = async ({ url }: Target, body: string, timeoutMs: number): Promise<Failure | null> => {
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'lockstep' },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    const fault = late
      ? `it did not answer within ${timeoutMs} ms`
      : `it cannot be reached (${codeOf(error)})`;
    return { fault, retry: true, waitMs: 0 };
  }
  const { status } = response;
  // The answer's text is of no interest, and unread it would keep the connection.
  await response.body?.cancel();
  if (response.ok) return null;
  if (status >= 300 && status < 400) {
    // Followed, it would hand the message to a host that nobody has named, or turn into a GET.
    return { fault: `it redirects (${status}): set it to the final address`, retry: false, waitMs: 0 };
  }
  const retry = status >= 500 || RETRIED.has(status);
  return { fault: `it answered ${status}`, retry, waitMs: retryAfter(response.headers.get('retry-after')) };
};

/** Posts a value as JSON, again after a pause while it may help. */
export const post = async (
  target: Target,
  value: unknown,
  patience: Patience = DEFAULT_PATIENCE,
): Promise<Delivery> => {
  const body = JSON.stringify(value);
  for (let attempts = 1; ; attempts++) {
    const failure = await attempt(target, body, patience.timeoutMs);
    if (failure === null) return { delivered: true, attempts };
    if (!failure.retry || attempts >= patience.attempts) {
      return { delivered: false, attempts, fault: failure.fault };
    }
    const pause = Math.max(failure.waitMs, patience.pauseMs * 2 ** (attempts - 1));
    await sleep(Math.min(pause, patience.longestPauseMs));
  }
};
