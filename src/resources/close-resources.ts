import { ResourceCloseError } from '../errors/resource-close-error.ts';
import { ResourceColourError } from '../errors/resource-colour-error.ts';
import type { OpenResource } from './open-resource.ts';

/** Something to wait for, and the resource whose leaf has answered it; a plain value need not be waited for. */
export interface ResourceAnswer {
  readonly key: string;
  readonly value: unknown;
}

/** Work on resources, written once for both colours: it yields what may be a promise and is resumed with the value. */
export type ResourceSteps = Generator<ResourceAnswer, undefined, unknown>;

/**
 * Closes resources, the one opened last first, since it may stand on those before it.
 *
 * @param redact - keeps secrets out of what closing throws
 * @throws {ResourceCloseError} some could not be closed; all others were
 */
export function* closeResources(
  resources: readonly OpenResource[],
  redact: (error: unknown) => unknown,
): ResourceSteps {
  const failures: Record<string, unknown> = {};
  for (const { key, leaf, value } of [...resources].reverse()) {
    let opened: unknown;
    try {
      opened = yield { key, value };
    } catch (error) {
      // One that has never opened is not reported: whoever acquired it was told.
      if (error instanceof ResourceColourError) failures[key] = error;
      continue;
    }
    try {
      yield { key, value: leaf.close(opened as never) };
    } catch (error) {
      failures[key] = redact(error);
    }
  }
  if (Object.keys(failures).length > 0) throw new ResourceCloseError(failures);
}
