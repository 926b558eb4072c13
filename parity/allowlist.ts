import type { Exemption } from '../types/exemption.ts';

/** The members that one runtime alone has. */
export const runtimeMembers = [
  {
    member: 'executeWorkflowAsync',
    side: 'async',
    reason:
      'shorthand for callers in an event loop that want the results alone; a sync caller writes execute(…).results',
  },
] as const satisfies readonly Exemption[];

/** The constructor options that one runtime alone takes. */
export const runtimeOptions = [
  {
    member: 'maxConcurrency',
    side: 'async',
    reason: 'the sync runtime runs one node at a time, so that there is nothing to bound',
  },
  {
    member: 'enableProfiling',
    side: 'async',
    reason:
      'it tells of concurrency, waits for places and the event loop; the sync runtime runs one node at a time on a thread that it blocks',
  },
  {
    member: 'threadPoolSize',
    side: 'async',
    reason:
      'workers keep CPU-bound nodes off the event loop; the sync runtime blocks its thread by contract, so that there is nothing to keep free',
  },
] as const satisfies readonly Exemption[];

/** The type of `runtimeMembers`, for the `implements` clause of `AsyncLocalRuntime`. */
export type RuntimeAllowlist = typeof runtimeMembers;
