import type {
  AccessAction,
  AccessControl,
  AccessRule,
  OnDenied,
  UserContext,
} from '../../types/access-control.ts';
import type { NodeOutput } from '../../types/workflow.ts';
import { AccessDeniedError } from '../errors/access-denied-error.ts';
import { decideAccess, type Verdict } from '../security/access-policy.ts';
import { maskOutput } from '../security/mask-output.ts';
import type { PlanNode } from './plan.ts';
import type { Reporter } from './reporter.ts';
import type { Run } from './run.ts';

/** Holds one run to the access control of its runtime, as the section "Access" of SEMANTICS.md says. */
export class AccessGuard {
  readonly #control: AccessControl;
  readonly #user: UserContext | undefined;
  readonly #run: Run;
  readonly #report: Reporter;

  constructor(control: AccessControl, run: Run, report: Reporter) {
    this.#control = control;
    this.#user = run.settings.userContext;
    this.#run = run;
    this.#report = report;
  }

  /** Why the run may not begin; `undefined` where it may. */
  refusal(): AccessDeniedError | undefined {
    // A loop is no workflow of its own: each of its items is held to the rules as the node that loops.
    if (this.#run.loop !== undefined) return undefined;
    const { decision } = this.#decide('executeWorkflow', undefined);
    if (decision.allowed) return undefined;
    this.#report.accessDenied(decision, undefined, 0);
    return new AccessDeniedError(decision);
  }

  /** Whether a node is passed over because its user may not run it. */
  skips(node: PlanNode, iteration: number): boolean {
    const { decision, denials } = this.#decide('executeNode', node);
    if (decision.allowed || this.#consequence(denials, this.#control.onDeniedNode ?? 'fail') !== 'skip') {
      return false;
    }
    this.#report.accessDenied(decision, node, iteration);
    return true;
  }

  /**
   * Lets a node begin.
   *
   * @param isGiven - whether parameters of the run reach it
   * @throws {AccessDeniedError} the user may not run it, or not give it inputs
   */
  enter(node: PlanNode, iteration: number, isGiven: boolean): undefined {
    this.#require('executeNode', node, iteration);
    // Inside of other runs the parameters are the outer node's inputs, which nobody gave from outside.
    if (isGiven && this.#run.parent === undefined) this.#require('writeInput', node, iteration);
  }

  /**
   * What of an output there is to see for anyone: the run goes on with nothing else.
   *
   * @throws {AccessDeniedError} the user may not see it, and a denied output is to fail
   */
  visible(node: PlanNode, iteration: number, output: NodeOutput): NodeOutput {
    const { decision, denials } = this.#decide('readOutput', node);
    if (decision.allowed) return output;
    this.#report.accessDenied(decision, node, iteration);
    if (this.#consequence(denials, this.#control.onDeniedOutput ?? 'mask') !== 'mask') {
      throw new AccessDeniedError(decision);
    }
    const isWhole = denials.length === 0 || denials.some(({ mask }) => mask === undefined);
    return maskOutput(output, isWhole ? undefined : denials.flatMap(({ mask }) => mask ?? []));
  }

  #require(action: AccessAction, node: PlanNode, iteration: number): undefined {
    const { decision } = this.#decide(action, node);
    if (decision.allowed) return;
    this.#report.accessDenied(decision, node, iteration);
    throw new AccessDeniedError(decision);
  }

  #decide(action: AccessAction, node: PlanNode | undefined): Verdict {
    const { plan, loop, parent } = this.#run;
    const id = loop === undefined ? node?.id : parent?.nodeId;
    const request = {
      action,
      workflow: plan.workflow.name,
      node: node === undefined || id === undefined ? undefined : { id, type: node.type },
    };
    return decideAccess(this.#control, request, this.#user, Date.now());
  }

  /** The sternest of what the denying rules ask for: to fail shows least. */
  #consequence(denials: readonly AccessRule[], otherwise: OnDenied): OnDenied {
    const asked = denials.map(({ onDenied, mask }) => onDenied ?? (mask === undefined ? otherwise : 'mask'));
    if (asked.length === 0) return otherwise;
    return asked.includes('fail') ? 'fail' : (asked[0] ?? otherwise);
  }
}
