import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { TSC } from './native-compiler.ts';

/** A diagnostic as an editor gets it; lines and characters count from 0. */
export interface EditorDiagnostic {
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
  readonly message: string;
  readonly code: number;
}

/** The compiler's own language server, as an editor sees it. */
export interface LanguageServer {
  /** Opens a file with this text. */
  readonly open: (path: string, text: string) => void;
  /** Exchanges the whole text of an open file. */
  readonly edit: (path: string, text: string) => void;
  readonly diagnose: (path: string) => Promise<readonly EditorDiagnostic[]>;
  readonly close: () => Promise<undefined>;
}

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: { readonly items?: readonly unknown[] };
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/**
 * Starts `tsc --lsp --stdio` in a folder.
 *
 * @throws {Error} the server answers a request with an error
 */
export const startLanguageServer = async (folder: string): Promise<LanguageServer> => {
  const server = spawn(process.execPath, [TSC, '--lsp', '--stdio'], { cwd: folder });
  server.stderr.resume(); // an unread pipe would fill up and block the server
  const waiting = new Map<number, (message: Message) => void>();
  onMessages(server, (message) => {
    if (message.method === undefined) waiting.get(Number(message.id))?.(message);
    else if (message.id !== undefined) answer(message);
  });
  const send = (message: object): void => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  /** The server asks for settings; it goes on with its defaults. */
  const answer = ({ id, params }: Message): void =>
    send({ id, result: params?.items?.map(() => null) ?? null });
  const notify = (method: string, params: object): void => send({ method, params });
  let last = 0;
  const request = async (method: string, params?: object): Promise<unknown> => {
    const id = ++last;
    const reply = new Promise<Message>((resolve) => waiting.set(id, resolve));
    send({ id, method, params });
    const { result, error } = await reply;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  };

  const rootUri = pathToFileURL(folder).href;
  const workspaceFolders = [{ uri: rootUri, name: 'project' }];
  await request('initialize', { processId: process.pid, rootUri, workspaceFolders, capabilities: {} });
  notify('initialized', {});

  const uriOf = (path: string): string => pathToFileURL(path).href;
  let version = 1;
  return {
    open: (path, text) =>
      notify('textDocument/didOpen', {
        textDocument: { uri: uriOf(path), languageId: 'typescript', version, text },
      }),
    edit: (path, text) =>
      notify('textDocument/didChange', {
        textDocument: { uri: uriOf(path), version: ++version },
        contentChanges: [{ text }],
      }),
    diagnose: async (path) => {
      const report = await request('textDocument/diagnostic', { textDocument: { uri: uriOf(path) } });
      return (report as { readonly items: readonly EditorDiagnostic[] }).items;
    },
    close: async () => {
      const ended = new Promise((resolve) => server.once('close', resolve));
      await request('shutdown');
      notify('exit', {});
      server.stdin.end();
      await ended;
      return undefined;
    },
  };
};

/** Calls back with each message: a header that gives its length in bytes, an empty line, and JSON. */
const onMessages = (server: ChildProcessWithoutNullStreams, receive: (message: Message) => void): void => {
  let rest = Buffer.alloc(0);
  server.stdout.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const header = rest.indexOf('\r\n\r\n');
      if (header < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(rest.subarray(0, header).toString())?.[1]);
      const end = header + 4 + length;
      if (rest.length < end) return;
      const message = JSON.parse(rest.subarray(header + 4, end).toString()) as Message;
      rest = rest.subarray(end);
      receive(message);
    }
  });
};
