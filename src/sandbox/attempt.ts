import { type Answer, Stopped } from './answer.ts';
import type { SandboxLimits } from './limits.ts';
import { dropRealm, type WarmRealm, warmRealm } from './warm-realm.ts';
import { WebAssembly } from './web-assembly.ts';

const MEBIBYTE = 1024 * 1024;

const answerOf = (error: unknown, expired: boolean): Answer => {
  if (error instanceof Stopped) return error.answer;
  if (expired) return 'I';
  // The host's own stack has overflowed inside WebAssembly.
  if (error instanceof RangeError) return 'S';
  // A trap or an abort: QuickJS gives up this way when an allocation that it does not check fails.
  if (error instanceof WebAssembly.RuntimeError) return 'M';
  throw error;
};

/** Whether an answer leaves the realm as it was. */
const isClean = (answer: Answer): boolean => !'IMS'.includes(answer.charAt(0));

/**
 * Uses the realm of this thread within limits and turns whatever happens into an answer.
 *
 * The realm is dropped, not repaired, after anything but a plain answer: disposing inside QuickJS after an
 * abort is known to fail (https://github.com/justjake/quickjs-emscripten/issues/269).
 */
export const attempt = (limits: SandboxLimits, use: (warm: WarmRealm) => Answer): Answer => {
  const warm = warmRealm();
  const deadline = performance.now() + limits.timeoutMs;
  const expired = (): boolean => performance.now() > deadline;
  let answer: Answer;
  try {
    warm.realm.limit(limits.memoryLimitMb * MEBIBYTE, deadline);
    answer = use(warm);
    // A promise job turns the interrupt into a rejection, which the code can catch and answer differently.
    if (expired()) answer = 'I';
  } catch (error) {
    answer = answerOf(error, expired());
  }
  if (!isClean(answer)) dropRealm();
  return answer;
};
