import type { API } from './typescript.ts';

/** What an `API` of TypeScript 7.0 holds beneath: the process of the compiler. */
interface Held {
  readonly client?: { readonly channel?: { readonly child?: { kill: (signal?: 'SIGKILL') => unknown } } };
}

/**
 * Closes the compiler's API and ends its process.
 *
 * `close` asks the process to end, by a signal upon which it may still write `context canceled` to the terminal. It holds
 * nothing but memory, so that it can be ended without being asked; where `close` finds it elsewhere, the request has to do.
 */
export const closeCompiler = (api: API): undefined => {
  const child = (api as unknown as Held).client?.channel?.child;
  if (child !== undefined) {
    const kill = child.kill.bind(child);
    child.kill = () => kill('SIGKILL');
  }
  api.close();
};
