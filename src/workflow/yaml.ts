import { createRequire } from 'node:module';
import type { JsonValue } from '../../types/json.ts';
import { messageOf } from '../errors/message-of.ts';
import { SerializationError } from '../errors/serialization-error.ts';

type Yaml = typeof import('yaml');

// Loaded on first use: most programs that import the package never read or write YAML.
const yaml = (): Yaml => createRequire(import.meta.url)('yaml') as Yaml;

/** A JSON value as YAML 1.2; a list or object that stands in two places is written out in both. */
export const printYaml = (value: unknown): string =>
  yaml().stringify(value, { aliasDuplicateObjects: false, lineWidth: 0 });

/**
 * The JSON value that YAML text stands for.
 *
 * @throws {SerializationError} the text is no YAML
 */
export const parseYaml = (text: string): JsonValue => {
  try {
    return yaml().parse(text) as JsonValue;
  } catch (error) {
    // The first line says what and where; the others show the text.
    const [problem = ''] = messageOf(error).split(/:?\n/);
    throw new SerializationError('the YAML text', `${problem}. Give what toYAML() has written.`, 'read');
  }
};
