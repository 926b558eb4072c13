import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { after } from 'node:test';

// In a process of its own: a thread that is blocked by the sync runtime could not answer it.
const PROGRAM = `
const http = require('node:http');
const zlib = require('node:zlib');
let failures = 0;
const read = async (request) => { let text = ''; for await (const chunk of request) text += chunk; return text; };
const server = http.createServer(async (request, response) => {
  const url = new URL(request.url, 'http://host');
  const json = (value, status = 200, headers = {}) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(value));
  };
  const to = (location, status = 302) => { response.writeHead(status, { location }); response.end(); };
  const { method, headers } = request;
  switch (url.pathname) {
    case '/echo': {
      const { host, connection, 'accept-language': l, 'sec-fetch-mode': s, 'user-agent': u, accept, 'accept-encoding': e, ...sent } = headers;
      return json({ method, query: [...url.searchParams], headers: sent, body: await read(request) });
    }
    case '/text': response.writeHead(200, { 'content-type': 'text/plain' }); return response.end('héllo');
    case '/bad-json': response.writeHead(200, { 'content-type': 'application/json' }); return response.end('{"secret": hunter2');
    case '/empty': response.writeHead(204); return response.end();
    case '/bytes': response.writeHead(200); return response.end(Buffer.from([0, 255, 7]));
    case '/status': return json({ why: 'no' }, Number(url.searchParams.get('code')), { 'retry-after': '2' });
    case '/flaky': failures += 1; return failures % 3 === 0 ? json({ after: 3 }) : json({}, 503);
    case '/large': response.writeHead(200); for (let i = 0; i < 200; i++) response.write('x'.repeat(1000)); return response.end();
    case '/bomb': response.writeHead(200, { 'content-encoding': 'gzip' }); return response.end(zlib.gzipSync('x'.repeat(5e6)));
    case '/slow': return setTimeout(() => json({}), 20000).unref();
    case '/cut': response.writeHead(200, { 'content-length': '100' }); response.write('abc'); return setTimeout(() => request.socket.destroy(), 50);
    case '/redirect': return to('/echo?from=redirect', Number(url.searchParams.get('code') ?? 302));
    case '/round': return to('/round');
    case '/away': return to(url.searchParams.get('to'));
    default: return json({}, 404);
  }
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.on('disconnect', () => process.exit());
`;

const start = async (): Promise<{ readonly server: ChildProcess; readonly origin: string }> => {
  const server = spawn(process.execPath, ['--eval', PROGRAM], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const [line] = (await once(server.stdout ?? server, 'data')) as [Buffer];
  return { server, origin: `http://127.0.0.1:${String(line).trim()}` };
};

let started: ReturnType<typeof start> | undefined;

/** The origin of a real HTTP server that runs as long as the tests of this file, such as `http://127.0.0.1:1234`. */
export const httpOrigin = async (): Promise<string> => {
  started ??= start();
  return (await started).origin;
};

after(async () => {
  (await started)?.server.kill();
});
