import * as v from 'valibot';
import { ConfigProblem } from '../nodes/node-definition.ts';
import { isPlainObject } from '../nodes/plain-object.ts';
import { policyEntries, timeLimit } from '../nodes/policy-schema.ts';
import { readConfig } from '../nodes/read-config.ts';
import { hostPatternProblem } from './allowed-host.ts';

const record = v.custom<Readonly<Record<string, unknown>>>(isPlainObject, 'a plain object');
const names = v.record(v.string(), v.pipe(v.string(), v.nonEmpty()));

/** The methods that a node may use. */
export const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

const schema = v.strictObject({
  method: v.exactOptional(v.picklist(METHODS), 'GET'),
  url: v.exactOptional(v.pipe(v.string(), v.nonEmpty())),
  /** Entries of the query, added to those of the address; a list gives an entry for each of its values. */
  query: v.exactOptional(record),
  headers: v.exactOptional(record),
  /** The environment variables that hold the values of headers, so that no config has to hold a secret. */
  headersFrom: v.exactOptional(names, {}),
  body: v.exactOptional(v.unknown()),
  /** How the body is sent. */
  bodyType: v.exactOptional(v.picklist(['json', 'text', 'form', 'bytes']), 'json'),
  /** How the response is read; `auto`: as JSON where it says that it is, else as text. */
  response: v.exactOptional(v.picklist(['auto', 'json', 'text', 'bytes']), 'auto'),
  /** The hosts that may be asked, also by redirects; that of the config's `url` unless given. */
  allowHosts: v.exactOptional(v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.minLength(1))),
  /** The most redirects that are followed; with 0, the redirect is the response. */
  maxRedirects: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20)), 5),
  /** The most bytes that a response may have, unpacked. */
  maxBytes: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1)), 10 * 1024 * 1024),
  /** After how many milliseconds one request is given up, redirects and the response included. */
  requestTimeoutMs: v.exactOptional(timeLimit, 30_000),
  /** Whether a status that is no success is an output like any other. */
  anyStatus: v.exactOptional(v.boolean(), false),
  ...policyEntries,
});

/** The config of an `HttpNode`. */
export type HttpConfig = Omit<v.InferInput<typeof schema>, 'allowHosts'> & {
  readonly allowHosts?: readonly string[];
};

/** The config as read. */
export type ReadHttpConfig = v.InferOutput<typeof schema> & { readonly allowHosts: readonly string[] };

/** The config with the hosts that may be asked, or what is wrong with it. */
export const readHttpConfig = (
  written: Readonly<Record<string, unknown>>,
): ReadHttpConfig | ConfigProblem => {
  const config = readConfig(schema, written);
  if (config instanceof ConfigProblem) return config;
  const { url, allowHosts } = config;
  if (url !== undefined && !URL.canParse(url)) {
    return new ConfigProblem("'url' is no absolute address: give one such as 'https://api.example/orders'.");
  }
  const hosts = allowHosts ?? (url === undefined ? [] : [new URL(url).host]);
  if (hosts.length === 0) {
    return new ConfigProblem(
      "'url' comes from an input, and there is no 'allowHosts': list the hosts that it may lead to, such as ['api.example', '*.shop.example'].",
    );
  }
  const problem = hosts.map(hostPatternProblem).find((each) => each !== undefined);
  return problem === undefined ? { ...config, allowHosts: hosts } : new ConfigProblem(problem);
};
