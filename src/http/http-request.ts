import { HttpContentError } from '../errors/http-content-error.ts';
import { HttpHostError } from '../errors/http-host-error.ts';
import { messageOf } from '../errors/message-of.ts';
import { isPlainObject } from '../nodes/plain-object.ts';
import { isAllowedHost } from './allowed-host.ts';
import type { ReadHttpConfig } from './http-config.ts';

/** A request that may be sent. */
export interface HttpRequest {
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | Uint8Array | undefined;
}

/** What a node is given for its request. */
export interface HttpInputs {
  readonly url?: unknown;
  readonly query?: unknown;
  readonly headers?: unknown;
  readonly body?: unknown;
}

/** What messages call a request: without the query and whatever else of the address may be secret. */
export const requestLabel = (method: string, url: URL): string =>
  `${method} ${url.protocol}//${url.host}${url.pathname}`;

/**
 * The request that a node is to send.
 *
 * @throws {HttpHostError} its host is not allowed
 * @throws {HttpContentError} its address, headers or body cannot be sent
 */
export const requestOf = (inputs: HttpInputs, config: ReadHttpConfig): HttpRequest => {
  const { method, bodyType } = config;
  const url = readUrl(inputs.url, method);
  refuseHost(url, config, "the input 'url'");
  const label = requestLabel(method, url);
  for (const [name, value] of Object.entries(entriesOf(inputs.query, 'query', label))) {
    for (const each of Array.isArray(value) ? value : [value])
      url.searchParams.append(name, textOf(each, name, label));
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(entriesOf(inputs.headers, 'headers', label))) {
    setHeader(headers, name, textOf(value, name, label), label);
  }
  for (const [name, variable] of Object.entries(config.headersFrom)) {
    const value = process.env[variable];
    if (value === undefined) {
      throw new HttpContentError(
        label,
        `the environment variable ${variable}, for the header '${name}', is not set. Set it.`,
      );
    }
    setHeader(headers, name, value, label);
  }
  const hasBody = inputs.body !== undefined && inputs.body !== null;
  if (hasBody && (method === 'GET' || method === 'HEAD')) {
    throw new HttpContentError(
      label,
      "it has a body, which this method does not send. Set method: 'POST', or use query.",
    );
  }
  const body = hasBody ? encodeBody(inputs.body, bodyType, label) : undefined;
  if (body !== undefined && !headers.has('content-type'))
    headers.set('content-type', CONTENT_TYPES[bodyType]);
  return { url, method, headers, body };
};

/**
 * Refuses an address that leads to a host which is not allowed.
 *
 * @param by - who has given it, for the message
 * @throws {HttpHostError} it does
 */
export const refuseHost = (url: URL, { allowHosts }: ReadHttpConfig, by: string): undefined => {
  if (!isAllowedHost(url, allowHosts)) throw new HttpHostError(url.host, allowHosts, by);
};

const CONTENT_TYPES: Readonly<Record<ReadHttpConfig['bodyType'], string>> = {
  json: 'application/json',
  text: 'text/plain;charset=UTF-8',
  form: 'application/x-www-form-urlencoded;charset=UTF-8',
  bytes: 'application/octet-stream',
};

const readUrl = (given: unknown, method: string): URL => {
  if (typeof given !== 'string' || !URL.canParse(given)) {
    throw new HttpContentError(
      method,
      "its 'url' is no absolute address. Give one such as 'https://api.example/orders'.",
    );
  }
  const url = new URL(given);
  const label = requestLabel(method, url);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new HttpContentError(
      label,
      `the scheme '${url.protocol}' is not allowed. Give an address with http: or https:.`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new HttpContentError(
      label,
      'its address holds a user or password. Send them in a header, with headersFrom.',
    );
  }
  return url;
};

const entriesOf = (given: unknown, what: string, label: string): Readonly<Record<string, unknown>> => {
  if (given === undefined || given === null) return {};
  if (isPlainObject(given)) return given;
  throw new HttpContentError(label, `its ${what} is no plain object. Give one of names and values.`);
};

const textOf = (value: unknown, name: string, label: string): string => {
  if (['string', 'number', 'boolean', 'bigint'].includes(typeof value)) return String(value);
  throw new HttpContentError(label, `the value of '${name}' is no string, number or boolean. Give one.`);
};

const setHeader = (headers: Headers, name: string, value: string, label: string): undefined => {
  try {
    headers.set(name, value);
  } catch {
    throw new HttpContentError(
      label,
      `the header '${name}' has a name or value that cannot be sent. Remove line breaks and the like.`,
    );
  }
};

const encodeBody = (body: unknown, type: ReadHttpConfig['bodyType'], label: string): string | Uint8Array => {
  switch (type) {
    case 'json':
      try {
        return JSON.stringify(body) ?? 'null';
      } catch (error) {
        throw new HttpContentError(
          label,
          `its body has no JSON form (${messageOf(error)}). Give JSON values.`,
        );
      }
    case 'text':
      if (typeof body === 'string') return body;
      throw new HttpContentError(label, "its body is no string. Give text, or set bodyType: 'json'.");
    case 'bytes':
      if (body instanceof Uint8Array) return body;
      throw new HttpContentError(label, "its body is no Uint8Array. Give bytes, or set bodyType: 'text'.");
    case 'form': {
      const form = new URLSearchParams();
      for (const [name, value] of Object.entries(entriesOf(body, 'body', label))) {
        for (const each of Array.isArray(value) ? value : [value])
          form.append(name, textOf(each, name, label));
      }
      return form.toString();
    }
  }
};
