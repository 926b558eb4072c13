import { HttpContentError } from '../errors/http-content-error.ts';
import { messageOf } from '../errors/message-of.ts';
import type { ReadHttpConfig } from './http-config.ts';
import { requestFailure } from './send-request.ts';

/**
 * The body of a response as a node is set to read it; one without a body is `null`.
 *
 * @throws {HttpContentError} it is too large, or not of that form
 * @throws {HttpRequestError} the connection breaks before its end
 */
export const readResponse = async (
  response: Response,
  config: ReadHttpConfig,
  label: string,
  signal: AbortSignal,
): Promise<unknown> => {
  const bytes = await readBytes(response, config.maxBytes, label, signal);
  if (bytes === undefined) return null;
  if (config.response === 'bytes') return bytes;
  const type = response.headers.get('content-type') ?? '';
  const text = new TextDecoder().decode(bytes);
  const isJson =
    config.response === 'json' ||
    (config.response === 'auto' && /^application\/([\w.-]+\+)?json\b/i.test(type));
  if (!isJson) return text;
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch (error) {
    // What it is instead may be secret: the message of the parser quotes it.
    throw new HttpContentError(label, `its response is no JSON (${kindOf(error)}). Set response: 'text'.`);
  }
};

const kindOf = (error: unknown): string => messageOf(error).replace(/["'].*$/s, '…');

const readBytes = async (
  response: Response,
  maxBytes: number,
  label: string,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> => {
  if (response.body === null) return undefined;
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of response.body) {
      length += chunk.length;
      if (length > maxBytes) {
        throw new HttpContentError(
          label,
          `its response is larger than ${maxBytes} bytes. Raise maxBytes, or ask for less.`,
        );
      }
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof HttpContentError ? error : requestFailure(error, label, signal);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
};
