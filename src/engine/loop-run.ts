import { LoopItemsError } from '../errors/loop-items-error.ts';
import type { LoopBehaviour } from '../nodes/node-definition.ts';
import { accessInside } from './access-inside.ts';
import type { Attempt } from './attempt.ts';
import type { Parameters } from './parameters.ts';
import type { Plan, PlanNode } from './plan.ts';
import { isGuarded, planNode } from './plan-of.ts';
import type { Run } from './run.ts';
import { newRunId } from './run-id.ts';
import type { RunSettings } from './run-settings.ts';

/**
 * The run of a loop: a run of its own, with a node for each item, named by the item's index, and no edges between them.
 *
 * @throws {LoopItemsError} what came as items is no list
 */
export const loopRun = (
  outer: Run,
  attempt: Attempt,
  behaviour: LoopBehaviour,
  outerStop: () => Error | undefined,
): Run => {
  const { items, ...shared } = attempt.inputs;
  if (!Array.isArray(items)) throw new LoopItemsError(attempt.node.id, items);
  const inner = outer.loop?.inner ?? outer.settings;
  return {
    ...outer,
    runId: newRunId(),
    plan: planOfItems(outer, behaviour, items.length),
    settings: { ...settingsOf(inner, behaviour), signal: attempt.signal },
    parameters: parametersOf(behaviour, items, shared),
    parent: { runId: outer.runId, nodeId: attempt.node.id },
    access: accessInside(outer, attempt, true),
    outerStop,
    checkpoints: undefined,
    durability: undefined,
    loop: { behaviour, inner },
  };
};

const settingsOf = (inner: RunSettings, { maxConcurrency, onError }: LoopBehaviour): RunSettings => ({
  ...inner,
  timeoutMs: undefined,
  // What becomes of a failed item is told by the loop's result; no item depends on another one.
  onError: onError === 'stop' ? 'stop' : 'continue',
  // A runtime that runs one node at a time has all events in one order, and a loop keeps to that.
  maxConcurrency: inner.maxConcurrency === 1 ? 1 : (maxConcurrency ?? inner.maxConcurrency),
});

const planOfItems = (outer: Run, { type, definition, prepared }: LoopBehaviour, length: number): Plan => {
  const place = { cycle: -1, targets: [], outerTargets: [] };
  const built = { id: '', type, config: prepared.config, definition, prepared };
  const item = planNode(built, 0, [], place);
  const nodes = Array.from({ length }, (_, index): PlanNode => ({ ...item, index, id: String(index) }));
  return {
    workflow: outer.plan.workflow,
    isGuarded: isGuarded(item),
    nodes,
    // Nobody asks for an item by its name: its parameters are made beside it.
    indexOf: new Map(),
    cycles: [],
    roots: nodes.map(({ index }) => index),
    incoming: new Int32Array(length),
    entering: new Int32Array(0),
  };
};

const parametersOf = (
  { definition, itemInput, indexInput }: LoopBehaviour,
  items: readonly unknown[],
  shared: Readonly<Record<string, unknown>>,
): Parameters => {
  const hasIndex = definition.inputs === 'any' || Object.hasOwn(definition.inputs, indexInput);
  const own = Array.from(items, (item, index) => {
    const entry = hasIndex ? { [itemInput]: item, [indexInput]: index } : { [itemInput]: item };
    return [String(index), entry] as const;
  });
  return { nodes: new Map(own), workflow: new Map(Object.entries(shared)) };
};
