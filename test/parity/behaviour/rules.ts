/**
 * The rules of `src/SEMANTICS.md` that the reference interpreter applies, each with the number of times that 1,000
 * generated workflows must at least come to it.
 */
export const rules = {
  'queue: first in, first out': 500,
  'queue: starts in the order of addNode': 500,
  'queue: a target enters after its last unsettled edge': 500,
  'cycle: waits for every source outside': 50,
  'edge: dead when its source was skipped': 100,
  'edge: dead and poisoned when its source failed under skipDependents': 100,
  'edge: null when its source failed under continue': 100,
  'edge: dead when its port is inactive under skip_branches': 100,
  'edge: null when its port is inactive under route_data': 100,
  'port: an entry of the whole dotted name comes first': 10,
  'port: a dotted name is a path': 100,
  'port: result is the whole output': 100,
  'port: a missing output fails the target': 50,
  'port: a path through null is a missing output': 10,
  'port: inactive by its first segment': 20,
  'skip: an edge from a node that failed under skipDependents': 50,
  'skip: all edges dead': 50,
  'skip: a required input fed only by dead edges': 10,
  'skip: back edges count from the second iteration': 50,
  'input: a taken back edge before a forward edge': 10,
  'input: a value before a null that stands for nothing': 10,
  'input: the later edge wins': 20,
  'input: an edge before a parameter': 20,
  'input: a node parameter before a workflow parameter': 20,
  'input: a workflow parameter before the config': 20,
  'input: the config comes last': 20,
  'input: a key that is a node id with an object is no workflow parameter': 50,
  'input: workflow parameters reach only nodes that declare them': 20,
  'input: merges take no workflow parameters': 20,
  'input: a name that the node does not declare is refused': 5,
  'input: a required input that nothing supplies': 10,
  'output: a value that is no plain object stands for { result }': 100,
  'output: success false is a failure': 50,
  'output: contentAwareSuccess false accepts it': 20,
  'fail: tried again while attempts are left': 50,
  'fail: errors in making inputs are not retried': 5,
  'fail: the delay grows as its backoff says': 10,
  'fail: the delay is never over maxDelayMs': 5,
  'fail: the policy of the node before that of the runtime': 10,
  'fail: stop ends the run': 50,
  'fail: partial results hold the nodes that had completed': 30,
  'fail: the status is partial': 100,
  'cycle: back edges deliver nothing in the first iteration': 50,
  'cycle: no back edge is taken': 10,
  'cycle: a back edge whose source failed under continue is taken': 5,
  'cycle: convergeWhen as data': 10,
  'cycle: convergeWhen as data does not hold without the output': 3,
  'cycle: convergeWhen as a function': 10,
  'cycle: convergence comes before maxIterations': 3,
  'cycle: maxIterations': 30,
  'cycle: timeoutMs fails the entry': 5,
  'cycle: a convergeWhen that throws fails the entry': 5,
  'cycle: results hold the last iteration': 50,
  'cycle: a failure in any iteration makes the status partial': 10,
  'event: iteration only inside a cycle': 50,
  'event: nodeSkipped when it is taken': 100,
  'switch: input before its aliases': 3,
  'switch: the node parameters are the data if there is none': 10,
  'switch: no data at all fails': 10,
  'switch: the first case that holds': 30,
  'switch: default when no case holds': 20,
  'switch: a missing entry counts as null': 5,
  'switch: an order holds only between two of a kind': 5,
  'switch: the inactive port is null': 50,
  'merge: concat joins lists': 20,
  'merge: zip is as long as the shortest': 10,
  'merge: mergeDict, later entries win': 10,
  'merge: mergeDict by key updates in place': 3,
  'merge: mergeDict passes over null': 3,
  'merge: skipNull': 5,
  'merge: inputs in the order of addConnection': 10,
  'sub: inputs become parameters': 10,
  'sub: a partial inner run is a completed node': 5,
} as const;

/** The name of a rule. */
export type Rule = keyof typeof rules;

/** All rules. */
export const ruleNames = Object.keys(rules) as readonly Rule[];

/**
 * What the reference asks at each rule that it comes to: whether the rule holds. Asking counts; a sabotaged
 * reference is one that is told that a rule does not hold.
 */
export interface RuleBook {
  readonly holds: (rule: Rule) => boolean;
}

/** A book in which every rule but the sabotaged one holds; `counts` fills as rules are come to. */
export const openRuleBook = (sabotaged?: Rule): RuleBook & { readonly counts: Map<Rule, number> } => {
  const counts = new Map<Rule, number>();
  return {
    counts,
    holds: (rule) => {
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
      return rule !== sabotaged;
    },
  };
};
