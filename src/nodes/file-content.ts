import { messageOf } from '../errors/message-of.ts';
import { jsonCopy } from './json-copy.ts';

/** How the bytes of a file stand for a value. */
export const ENCODINGS = ['text', 'json', 'bytes'] as const;

/** How the bytes of a file stand for a value: UTF-8 text, JSON in UTF-8, or as they are. */
export type FileEncoding = (typeof ENCODINGS)[number];

/** What is wrong with the content of a folder, a pipe or a device, and the remedy. */
export const NO_REGULAR_FILE = 'is that of no regular file. Give the path of a file.';

/** What is wrong with a file's content, and the remedy. */
export class ContentProblem {
  readonly detail: string;

  constructor(detail: string) {
    this.detail = detail;
  }
}

/** The value that bytes stand for; a byte order mark is no part of it. */
export const decodeContent = (bytes: Uint8Array, encoding: FileEncoding): unknown => {
  // Not the Buffer: it would print and compare in another way than the bytes of any other source.
  if (encoding === 'bytes') return new Uint8Array(bytes);
  const text = decodeText(bytes);
  if (encoding === 'text' || text instanceof ContentProblem) return text;
  try {
    return JSON.parse(text);
  } catch (error) {
    return new ContentProblem(`is no JSON (${messageOf(error)}). Mend it, or set encoding: 'text'.`);
  }
};

const decodeText = (bytes: Uint8Array): string | ContentProblem => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new ContentProblem("is no UTF-8. Set encoding: 'bytes'.");
  }
};

/** The bytes that stand for a value. JSON is indented by two spaces and ends with a line break. */
export const encodeContent = (value: unknown, encoding: FileEncoding): Uint8Array | ContentProblem => {
  switch (encoding) {
    case 'text':
      return typeof value === 'string'
        ? new TextEncoder().encode(value)
        : new ContentProblem(
            `must be a string, and it is ${kindOf(value)}. Set encoding: 'json', or give text.`,
          );
    case 'bytes':
      return value instanceof Uint8Array
        ? value
        : new ContentProblem(
            `must be a Uint8Array, and it is ${kindOf(value)}. Set encoding: 'text' or 'json', or give bytes.`,
          );
    case 'json':
      try {
        const json = jsonCopy(value, Object.prototype, 'content');
        return new TextEncoder().encode(`${JSON.stringify(json, undefined, 2)}\n`);
      } catch (error) {
        return new ContentProblem(`has no JSON form: ${messageOf(error)} Give JSON values.`);
      }
  }
};

const kindOf = (value: unknown): string => {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `of the type ${typeof value}`;
};
