import { isPlainObject } from '../nodes/plain-object.ts';
import {
  ignored,
  isNothing,
  type KailashEntry,
  missing,
  only,
  renamed,
  seconds,
  Unmapped,
} from './kailash-entry.ts';

type Config = Readonly<Record<string, unknown>>;

const MILLISECONDS = 1000;

/** The headers that the SDK adds for `auth_type`; it adds none where a part is missing, and says nothing. */
const authHeaders = (config: Config): Readonly<Record<string, string>> | Unmapped => {
  const { auth_type: type, auth_token: token, auth_username: user, auth_password: password } = config;
  if (isNothing(type)) return {};
  switch (String(type).toLowerCase()) {
    case 'bearer':
    case 'oauth2':
      return isNothing(token) ? {} : { Authorization: `Bearer ${token}` };
    case 'basic':
      return isNothing(user) || isNothing(password)
        ? {}
        : { Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
    case 'api_key':
      return isNothing(token) ? {} : { [String(config.api_key_header ?? 'X-API-Key')]: String(token) };
    default:
      return new Unmapped(`is ${JSON.stringify(type)}: give 'bearer', 'basic', 'api_key' or 'oauth2'.`);
  }
};

/** Both `headers` and `auth_type` stand for all headers, so that whichever is there is enough. */
const headersWith =
  (usual: Readonly<Record<string, string>>): KailashEntry =>
  (_, config) => {
    const auth = authHeaders(config);
    if (auth instanceof Unmapped) return auth;
    const given = isPlainObject(config.headers) ? config.headers : {};
    return { headers: { ...usual, ...given, ...auth } };
  };

/** The SDK tries again only where there was no response: after `retry_backoff` seconds, then twice as long each time. */
const retries: KailashEntry = (value, { retry_backoff: backoff = 0.5 }) => {
  if (value === 0) return {};
  if (typeof value !== 'number' || typeof backoff !== 'number') {
    return new Unmapped(`is ${JSON.stringify(value)}: give a number of retries, and of seconds.`);
  }
  const wait = { delayMs: backoff * MILLISECONDS, backoff: 'exponential', multiplier: 2 };
  return { retry: { maxAttempts: value + 1, ...wait, retryOn: ['HTTP_REQUEST'] } };
};

const method: KailashEntry = (value) => ({ method: String(value).toUpperCase() });

const FORMATS: Readonly<Record<string, string>> = {
  auto: 'auto',
  json: 'json',
  text: 'text',
  binary: 'bytes',
};

const responseFormat: KailashEntry = (value) => {
  const response = FORMATS[String(value)];
  return response === undefined
    ? new Unmapped(`is ${JSON.stringify(value)}: give 'auto', 'json', 'text' or 'binary'.`)
    : { response };
};

const common = {
  method,
  timeout: seconds('requestTimeoutMs'),
  verify_ssl: only(
    true,
    'Certificates are always checked: give Node the one to trust, in NODE_EXTRA_CA_CERTS.',
  ),
  retry_count: retries,
  // Part of what `retry_count` becomes.
  retry_backoff: ignored,
  // No entry of the SDK's, which asks whichever host it is told: for whoever imports a node that is given its address.
  allowHosts: renamed('allowHosts'),
  // Parts of what `auth_type` becomes.
  ...{ auth_token: ignored, auth_username: ignored, auth_password: ignored, api_key_header: ignored },
};

/** The entries of the SDK's request nodes. */
export const httpEntries: Readonly<Record<string, KailashEntry>> = {
  ...common,
  url: renamed('url'),
  headers: headersWith({}),
  auth_type: headersWith({}),
  params: renamed('query'),
  json_data: (value) => (isNothing(value) ? {} : { body: value, bodyType: 'json' }),
  data: (value, { json_data: json }) =>
    // The SDK sends `json_data` where both are given.
    isNothing(value) || !isNothing(json)
      ? {}
      : { body: value, bodyType: typeof value === 'string' ? 'text' : 'form' },
  response_format: responseFormat,
  rate_limit_delay: missing("Set 'bulkhead', or 'maxConcurrency' of the runtime."),
  log_requests: missing('Listen to the events of the runtime.'),
};

/** The address that the SDK makes of `base_url`, `version`, `resource` and `path_params`. */
const restUrl: KailashEntry = (_, config) => {
  const { base_url: base, version, resource, path_params: given } = config;
  if (typeof base !== 'string' || typeof resource !== 'string') {
    return new Unmapped(
      "goes with 'base_url' and 'resource', both as text: give them, or 'url' as a parameter.",
    );
  }
  const values = isPlainObject(given) ? given : {};
  const path = resource.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  );
  const open = /\{\w+\}/.exec(path)?.[0];
  if (open !== undefined) {
    return new Unmapped(
      `has the place ${open}, and 'path_params' has nothing for it. Give it, or 'url' as a parameter.`,
    );
  }
  const root = base.replace(/\/+$/, '');
  return { url: [root, ...(isNothing(version) ? [] : [version]), path.replace(/^\/+/, '')].join('/') };
};

const restHeaders = headersWith({ Accept: 'application/json' });

/** All that a client does without being told: where it asks, and for what. */
const restBase: KailashEntry = (value, config) => {
  const address = restUrl(value, config);
  const headers = restHeaders(value, config);
  // Headers that cannot be made are told of where they are written.
  return address instanceof Unmapped || headers instanceof Unmapped
    ? address
    : { ...address, ...headers, response: 'json' };
};

/** The entries of the SDK's clients for REST interfaces. */
export const restEntries: Readonly<Record<string, KailashEntry>> = {
  ...common,
  base_url: restBase,
  resource: (value, config) => (isNothing(config.base_url) ? restUrl(value, config) : {}),
  // Parts of what `base_url` becomes.
  ...{ version: ignored, path_params: ignored },
  query_params: renamed('query'),
  headers: restHeaders,
  auth_type: restHeaders,
  data: (value) =>
    isNothing(value) ? {} : { body: value, bodyType: typeof value === 'string' ? 'text' : 'json' },
  paginate: missing('Ask for each page with a LoopNode.'),
  pagination_params: missing('Ask for each page with a LoopNode.'),
};

/** The ports that both kinds of node have under other names. */
const commonOutputs = {
  status_code: 'status',
  success: 'ok',
  ...Object.fromEntries(
    ['error', 'error_type', 'recovery_suggestions'].map((port) => [
      port,
      new Unmapped(
        "has no counterpart here: a request that fails is a failed node. Let onError: 'continue' go on.",
      ),
    ]),
  ),
};

/** The ports of the SDK's request nodes. */
export const httpOutputs: Readonly<Record<string, string | Unmapped>> = {
  ...commonOutputs,
  'response.content': 'body',
  'response.headers': 'headers',
  'response.status_code': 'status',
  'response.url': 'url',
  response: new Unmapped(
    "is several ports here. Connect 'response.content', 'response.headers', 'response.status_code' or 'response.url'.",
  ),
};

/** The inputs of the SDK's request nodes. */
export const httpInputs: Readonly<Record<string, string | Unmapped>> = {
  params: 'query',
  json_data: 'body',
  data: new Unmapped(
    "may be a form or text, which is told by the config here. Connect 'json_data', or give 'data' in the config.",
  ),
};

/** The ports of the SDK's clients for REST interfaces. */
export const restOutputs: Readonly<Record<string, string | Unmapped>> = {
  ...commonOutputs,
  data: 'body',
  'metadata.headers': 'headers',
  'metadata.url': 'url',
  metadata: new Unmapped("is several ports here. Connect 'metadata.headers' or 'metadata.url'."),
};

/** The inputs of the SDK's clients for REST interfaces. */
export const restInputs: Readonly<Record<string, string | Unmapped>> = {
  query_params: 'query',
  data: 'body',
};
