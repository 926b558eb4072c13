import * as v from 'valibot';
import type { Logger } from '../../types/logger.ts';

/** The levels that are used, from the least urgent on. */
export const LEVELS = [
  'trace',
  'debug',
  'info',
  'warn',
  'error',
] as const satisfies readonly (keyof Logger)[];

const isLogger = (value: unknown): value is Logger =>
  typeof value === 'object' &&
  value !== null &&
  LEVELS.every((level) => typeof (value as Readonly<Record<string, unknown>>)[level] === 'function');

/** The option `logger`. */
export const logger = v.custom<Logger>(
  isLogger,
  `a logger with the functions ${LEVELS.join(', ')}, such as pino()`,
);
