import type { Color, Ret } from '../../types/color.ts';
import type { NodeContext, NodeInputs } from '../../types/node-contract.ts';
import { blockingFiles, concurrentFiles, type FileSystem } from './file-system.ts';
import type { ColouredBody } from './node-definition.ts';

/** One thing to ask of the file system, whatever its colour. */
export type FileStep = <C extends Color>(files: FileSystem<C>) => Ret<C, unknown>;

/** Work on files, written once: it yields what it asks of the file system and is resumed with the answer. */
export type FileSteps<T> = Generator<FileStep, T, unknown>;

/** Asks the file system one thing. */
export function* ask<T>(step: <C extends Color>(files: FileSystem<C>) => Ret<C, T>): FileSteps<T> {
  return (yield step) as T;
}

/** Asks the file system one thing that may not be there. */
export function* askForWhatMayBeMissing<T>(
  step: <C extends Color>(files: FileSystem<C>) => Ret<C, T>,
): FileSteps<T | undefined> {
  try {
    return yield* ask(step);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The body of a node in both colours, from its work on files. */
export const fileBody = (
  work: (inputs: NodeInputs, context: NodeContext) => FileSteps<unknown>,
): ColouredBody => ({
  sync: (inputs, context) => {
    const steps = work(inputs, context);
    let step = steps.next();
    while (step.done !== true) {
      let answer: unknown;
      try {
        answer = step.value(blockingFiles);
      } catch (error) {
        step = steps.throw(error);
        continue;
      }
      step = steps.next(answer);
    }
    return step.value;
  },
  async: async (inputs, context) => {
    const steps = work(inputs, context);
    let step = steps.next();
    while (step.done !== true) {
      let answer: unknown;
      try {
        answer = await step.value(concurrentFiles);
      } catch (error) {
        step = steps.throw(error);
        continue;
      }
      step = steps.next(answer);
    }
    return step.value;
  },
});
