import { HttpContentError } from '../errors/http-content-error.ts';
import { HttpRequestError } from '../errors/http-request-error.ts';
import type { ReadHttpConfig } from './http-config.ts';
import { type HttpRequest, refuseHost, requestLabel } from './http-request.ts';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** What another origin must not be told. */
const FOR_ONE_ORIGIN = ['authorization', 'cookie', 'proxy-authorization'];

/**
 * Sends a request and follows redirects to allowed hosts.
 *
 * @throws {HttpRequestError} there is no answer
 * @throws {HttpHostError} a redirect leads to a host that is not allowed
 * @throws {HttpContentError} there are too many redirects
 */
export const sendRequest = async (
  request: HttpRequest,
  config: ReadHttpConfig,
  signal: AbortSignal,
): Promise<Response> => {
  let next = request;
  for (let redirects = 0; ; redirects += 1) {
    const response = await send(next, signal);
    const location = response.headers.get('location');
    if (config.maxRedirects === 0 || !REDIRECTS.has(response.status) || location === null) return response;
    await response.body?.cancel();
    const label = requestLabel(next.method, next.url);
    if (redirects === config.maxRedirects) {
      throw new HttpContentError(
        label,
        `it was redirected more than ${redirects} times. Raise maxRedirects, or change the address.`,
      );
    }
    if (!URL.canParse(location, next.url.href)) {
      throw new HttpContentError(
        label,
        'it was redirected to no address. Set maxRedirects: 0 to look at the response.',
      );
    }
    next = redirected(next, new URL(location, next.url), response.status, config);
    refuseHost(next.url, config, 'a redirect');
  }
};

const redirected = (
  { url: from, method, headers, body }: HttpRequest,
  url: URL,
  status: number,
  { headersFrom }: ReadHttpConfig,
): HttpRequest => {
  const kept = new Headers(headers);
  if (url.origin !== from.origin) {
    for (const name of [...FOR_ONE_ORIGIN, ...Object.keys(headersFrom)]) kept.delete(name);
  }
  // As browsers do: https://fetch.spec.whatwg.org/#http-redirect-fetch
  const asks = (status === 303 && method !== 'HEAD') || (status < 303 && method === 'POST');
  if (!asks) return { url, method, headers: kept, body };
  kept.delete('content-type');
  return { url, method: 'GET', headers: kept, body: undefined };
};

const send = async ({ url, method, headers, body }: HttpRequest, signal: AbortSignal): Promise<Response> => {
  try {
    return await fetch(url, { method, headers, body: body ?? null, redirect: 'manual', signal });
  } catch (error) {
    throw requestFailure(error, requestLabel(method, url), signal);
  }
};

/** Why there was no answer, or no end of it. */
export const requestFailure = (error: unknown, label: string, signal: AbortSignal): unknown => {
  if (signal.aborted) {
    const reason: unknown = signal.reason;
    const isLate = reason instanceof DOMException && reason.name === 'TimeoutError';
    return isLate ? new HttpRequestError(label, 'TIMEOUT') : reason;
  }
  return new HttpRequestError(label, codeOf(error));
};

// What fetch throws says only that it failed; the cause says why, or its own causes where several addresses were tried.
const codeOf = (error: unknown): string => {
  const { code, cause, errors } = Object(error) as {
    readonly code?: unknown;
    readonly cause?: unknown;
    readonly errors?: readonly unknown[];
  };
  if (typeof code === 'string') return code === 'UND_ERR_SOCKET' ? 'ECONNRESET' : code;
  if (errors !== undefined && errors.length > 0) return codeOf(errors[0]);
  if (cause !== undefined) return codeOf(cause);
  // Ports of mail servers and the like: https://fetch.spec.whatwg.org/#port-blocking
  return error instanceof Error && error.message === 'bad port' ? 'BAD_PORT' : 'UNKNOWN';
};
