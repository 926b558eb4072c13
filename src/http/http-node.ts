import { HttpContentError } from '../errors/http-content-error.ts';
import { HttpHostError } from '../errors/http-host-error.ts';
import { HttpRequestError } from '../errors/http-request-error.ts';
import { HttpStatusError } from '../errors/http-status-error.ts';
import { ConfigProblem, type NodeDefinition } from '../nodes/node-definition.ts';
import { type HttpConfig, readHttpConfig } from './http-config.ts';
import { requestLabel, requestOf } from './http-request.ts';
import { readResponse } from './read-response.ts';
import { sendRequest } from './send-request.ts';

const here = { module: import.meta.url, name: 'httpNode' };
const origin = { ...here, errors: [HttpContentError, HttpHostError, HttpRequestError, HttpStatusError] };

/** The output of an `HttpNode`: names of headers are in lower case, `url` is that of the last redirect without its query. */
export type HttpOutput = {
  readonly status: number;
  readonly ok: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly url: string;
};

/**
 * Sends an HTTP request. A status that is no success is an error, so that `retry` and `onError` apply to it.
 *
 * It has only an asynchronous form, since Node can fetch in no other: on `LocalRuntime` a worker runs it.
 *
 * @example
 * ```ts
 * import { WorkflowBuilder } from 'lockstep';
 * new WorkflowBuilder().addNode('HttpNode', 'orders', {
 *   url: 'https://api.example/orders',
 *   query: { since: '2026-01-01' },
 *   headersFrom: { authorization: 'API_TOKEN' },
 *   retry: { maxAttempts: 3, delayMs: 200, backoff: 'exponential' },
 * });
 * ```
 */
export const httpNode: NodeDefinition<HttpConfig, HttpOutput, 'url' | 'query' | 'headers' | 'body'> = {
  type: 'HttpNode',
  inputs: { url: { required: true }, query: {}, headers: {}, body: {} },
  parameters: 'declared',
  prepare: (written) => {
    const config = readHttpConfig(written);
    if (config instanceof ConfigProblem) return config;
    return {
      config,
      outputs: ['status', 'ok', 'headers', 'body', 'url'],
      behaviour: {
        origin: { ...origin, config: written },
        async: async (inputs, context) => {
          const request = requestOf(inputs, config);
          const signal = AbortSignal.any([context.signal, AbortSignal.timeout(config.requestTimeoutMs)]);
          const response = await sendRequest(request, config, signal);
          const label = requestLabel(request.method, request.url);
          if (!response.ok && !config.anyStatus) {
            await response.body?.cancel();
            throw new HttpStatusError(label, response.status, retryAfterOf(response.headers));
          }
          const url = response.url === '' ? request.url : new URL(response.url);
          return {
            status: response.status,
            ok: response.ok,
            headers: Object.fromEntries(response.headers),
            body: await readResponse(response, config, label, signal),
            url: `${url.origin}${url.pathname}`,
          } satisfies HttpOutput;
        },
      },
    };
  },
};

const retryAfterOf = (headers: Headers): number | undefined => {
  const seconds = headers.get('retry-after') ?? '';
  return /^\d+$/.test(seconds) ? Number(seconds) * 1_000 : undefined;
};
