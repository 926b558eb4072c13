import type { NodeCompleted, NodeFailed, RunEvent, RunEventBase } from '../../types/run-event.ts';
import { ResourceLimitError } from '../errors/resource-limit-error.ts';
import type { RunFollower } from './run-observer.ts';
import type { RunEnding, RunTallies } from './run-tallies.ts';

/** Follows a run and adds what it tells to the tallies of its runtime. */
export const countedRun = (tallies: RunTallies): RunFollower => {
  let startedAt = 0;
  let isDenied = false;
  // When each node was started, by run and node: a node is under way once at a time in each run.
  const starts = new Map<string, Map<string, number>>();
  const begin = ({ runId, parent }: RunEventBase, as: 'started' | 'resumed'): undefined => {
    starts.set(runId, new Map());
    if (parent !== undefined) return;
    startedAt = performance.now();
    tallies.totals[as]++;
    tallies.inFlight++;
  };
  const end = ({ runId, parent }: RunEventBase, as: RunEnding): undefined => {
    starts.delete(runId);
    if (parent !== undefined) return;
    tallies.totals[as]++;
    tallies.inFlight--;
    tallies.runs.record(performance.now() - startedAt);
  };
  const took = ({ runId, nodeId, nodeType }: NodeCompleted | NodeFailed): undefined => {
    const nodeStartedAt = starts.get(runId)?.get(nodeId);
    // Where a cycle cannot go on, its entry fails without having been started again.
    if (nodeStartedAt === undefined) return;
    starts.get(runId)?.delete(nodeId);
    const ms = performance.now() - nodeStartedAt;
    tallies.of(nodeType).durations.record(ms);
    tallies.nodes.record(ms);
  };
  // The one who was refused tells: what is around it fails with an error of its own.
  const countLimit = (error: unknown): undefined => {
    if (error instanceof ResourceLimitError) tallies.limits[error.resource]++;
  };
  const observe = (event: RunEvent): undefined => {
    switch (event.type) {
      case 'nodeStarted':
        tallies.of(event.nodeType).started++;
        starts.get(event.runId)?.set(event.nodeId, performance.now());
        return;
      case 'nodeCompleted':
        tallies.of(event.nodeType).completed++;
        return took(event);
      case 'nodeFailed':
        tallies.of(event.nodeType).failed++;
        countLimit(event.error);
        return took(event);
      case 'nodeSkipped':
        tallies.of(event.nodeType).skipped++;
        return;
      case 'nodeRetried':
        tallies.of(event.nodeType).retried++;
        return;
      case 'accessDenied':
        if (event.parent === undefined && event.nodeId === undefined) isDenied = true;
        return;
      case 'runStarted':
        return begin(event, 'started');
      case 'runResumed':
        return begin(event, 'resumed');
      case 'runCompleted':
        return end(event, event.status);
      case 'runFailed':
        countLimit(event.error);
        return end(event, isDenied ? 'denied' : 'failed');
      case 'runCancelled':
        return end(event, 'cancelled');
    }
  };
  return { observe };
};
