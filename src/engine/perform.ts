import type { Answer, Effect, Interpreter } from './effects.ts';

/** Has a driver do what the engine asks for. */
export const perform = (interpreter: Interpreter, effect: Effect): Answer => {
  switch (effect.kind) {
    case 'start':
      return interpreter.start(effect);
    case 'wait':
      return interpreter.wait();
    case 'sleep':
      return interpreter.sleep(effect);
    case 'alarm':
      return interpreter.alarm(effect);
    case 'clear':
      return interpreter.clear(effect);
    case 'call':
      return interpreter.call(effect);
  }
};
