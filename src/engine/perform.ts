import type { Color } from '../../types/color.ts';
import type { Interpreter, PromptEffect } from './effects.ts';
import type { Outcome } from './mailbox.ts';

/** Has a driver do what the engine asks for, unless that is to wait. */
export const perform = <C extends Color>(
  interpreter: Interpreter<C>,
  effect: PromptEffect,
): Outcome | undefined => {
  switch (effect.kind) {
    case 'start':
      return interpreter.start(effect);
    case 'sleep':
      return interpreter.sleep(effect);
    case 'alarm':
      return interpreter.alarm(effect);
    case 'clear':
      return interpreter.clear(effect);
  }
};
