import type { ResourceSteps } from '../resources/close-resources.ts';
import type { RunHistory } from './run-history.ts';

/** Closes a runtime, and then, however that ends, hands its store once more what that has not taken. */
export function* closeWithHistory(closing: ResourceSteps, history: RunHistory | undefined): ResourceSteps {
  try {
    yield* closing;
  } finally {
    if (history !== undefined) yield* storeRest(history);
  }
}

function* storeRest(history: RunHistory): ResourceSteps {
  const waiting = [...history.takeUnstored()];
  for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
    try {
      yield { key: 'analytics', value: history.append(next) };
    } catch (error) {
      history.failed(waiting, error, false);
      return;
    }
    waiting.shift();
  }
}
