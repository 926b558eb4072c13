/** Takes what is known of an event, as fields, and what it is, in words. */
export type LogMethod = (fields: Readonly<Record<string, unknown>>, message: string) => unknown;

/**
 * A logger in the manner of pino (`pino()` is one): fields first, then the message. What it throws is a process warning, and no run
 * hears of it.
 *
 * @example
 * ```ts
 * import { LocalRuntime, type Logger } from 'lockstep';
 * const print = (fields: object, message: string) => console.log(message, fields);
 * const logger: Logger = { trace: print, debug: print, info: print, warn: print, error: print };
 * const runtime = new LocalRuntime({ logger });
 * ```
 */
export interface Logger {
  readonly trace: LogMethod;
  readonly debug: LogMethod;
  readonly info: LogMethod;
  readonly warn: LogMethod;
  readonly error: LogMethod;
}
