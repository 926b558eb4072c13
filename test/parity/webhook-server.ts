import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a webhook was sent. */
export interface Received {
  readonly method: string;
  readonly type: string;
  readonly body: unknown;
}

/** A webhook on the loopback interface. */
export interface Webhook {
  readonly url: string;
  readonly received: readonly Received[];
  readonly close: () => Promise<void>;
}

/** How a webhook answers its n-th request, counted from 0. */
export type Answer = (response: ServerResponse, index: number) => void;

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? null : JSON.parse(text);
};

const closed = async (server: Server): Promise<void> => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
};

/** Starts a real HTTP server whose path is a secret, as a webhook's is. */
export const startWebhook = async (answer: Answer): Promise<Webhook> => {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    received.push({ method: request.method ?? '', type: request.headers['content-type'] ?? '', body });
    answer(response, received.length - 1);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/services/S3CRET`, received, close: () => closed(server) };
};

/** An answer with a status and headers, the last one for every request beyond the list. */
export const answers =
  (...list: readonly (readonly [number, Readonly<Record<string, string>>?])[]): Answer =>
  (response, index) => {
    const [status, headers] = list[Math.min(index, list.length - 1)] ?? [200];
    response.writeHead(status, headers).end('ok');
  };
