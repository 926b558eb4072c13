import type { AccessAction, AccessRule, OnDenied } from '../../types/access-control.ts';
import type { NodeOutput } from '../../types/workflow.ts';
import { AccessDeniedError } from '../errors/access-denied-error.ts';
import { MaskedFailureError } from '../errors/masked-failure-error.ts';
import { WorkflowExecutionError } from '../errors/workflow-execution-error.ts';
import { type Ruling, ruleOn } from '../security/access-policy.ts';
import { explainAccess } from '../security/explain-access.ts';
import { maskOutput } from '../security/mask-output.ts';
import { requestOn } from './access-inside.ts';
import type { PlanNode } from './plan.ts';
import { isOpenWorkflow } from './recalled-access.ts';
import type { Reporter } from './reporter.ts';
import type { Run } from './run.ts';
import type { RunAccess } from './run-access.ts';
import { isWrittenTo } from './written-parameters.ts';

/** Holds one run to the access control of its runtime, as the section "Access" of SEMANTICS.md says. */
export class AccessGuard {
  readonly #access: RunAccess;
  readonly #run: Run;
  readonly #report: Reporter;
  #isOpen: boolean | undefined = undefined;

  constructor(access: RunAccess, run: Run, report: Reporter) {
    this.#access = access;
    this.#run = run;
    this.#report = report;
  }

  /** Why the run may not begin; `undefined` where it may. */
  refusal(): AccessDeniedError | undefined {
    // A loop is no workflow of its own: each of its items is held to the rules as the node that loops.
    if (this.#run.loop !== undefined || this.#rule('executeWorkflow', undefined).allowed) return undefined;
    return this.#denied('executeWorkflow', undefined, 0);
  }

  /** Whether a node is passed over because its user may not run it. */
  skips(node: PlanNode, iteration: number): boolean {
    const ruling = this.#rule('executeNode', node);
    if (ruling.allowed || this.#consequence('executeNode', ruling) !== 'skip') return false;
    this.#denied('executeNode', node, iteration);
    return true;
  }

  /**
   * Why a node may not run: its user may not run it, may not give it inputs, or may not see what it would give, and that is to fail. It is
   * asked before the body is called, so that what is denied is not done in vain.
   */
  refusalOf(node: PlanNode, iteration: number): AccessDeniedError | undefined {
    if (!this.#rule('executeNode', node).allowed) return this.#denied('executeNode', node, iteration);
    if (
      isWrittenTo(node, this.#run.parameters, this.#access.written) &&
      !this.#rule('writeInput', node).allowed
    ) {
      return this.#denied('writeInput', node, iteration);
    }
    const reading = this.#rule('readOutput', node);
    if (reading.allowed) return undefined;
    const denied = this.#denied('readOutput', node, iteration);
    return this.#consequence('readOutput', reading) === 'mask' ? undefined : denied;
  }

  /** What of an output there is to see for anyone: the run goes on with nothing else. */
  visible(node: PlanNode, output: NodeOutput): NodeOutput {
    const { allowed, denials } = this.#rule('readOutput', node);
    if (allowed) return output;
    const isWhole = denials.length === 0 || denials.some(({ mask }) => mask === undefined);
    return maskOutput(output, isWhole ? undefined : denials.flatMap(({ mask }) => mask ?? []));
  }

  /**
   * What there is to see of an output that an earlier run has kept, whoever it ran for: all of it, or nothing if there is anything in the
   * workflow that its user may not run or see, since any output may be made of any other.
   */
  recalled(output: NodeOutput): NodeOutput {
    this.#isOpen ??= isOpenWorkflow(this.#access, this.#run.plan);
    return this.#isOpen ? output : maskOutput(output, undefined);
  }

  /** What of a node's error there is to see for anyone. */
  visibleError(node: PlanNode, error: unknown): unknown {
    return this.#rule('readOutput', node).allowed ? error : new MaskedFailureError(node.id);
  }

  #rule(action: AccessAction, node: PlanNode | undefined): Ruling {
    const { control, subject } = this.#access;
    return ruleOn(control, requestOn(this.#run, action, node), subject, Date.now());
  }

  #denied(action: AccessAction, node: PlanNode | undefined, iteration: number): AccessDeniedError {
    const { control, subject } = this.#access;
    const decision = explainAccess(control, requestOn(this.#run, action, node), subject, Date.now());
    this.#report.accessDenied(decision, node, iteration);
    return new AccessDeniedError(decision);
  }

  /** The sternest of what the denying rules ask for: to fail shows least. */
  #consequence(action: 'executeNode' | 'readOutput', { denials }: Ruling): OnDenied {
    const { onDeniedNode = 'fail', onDeniedOutput = 'mask' } = this.#access.control;
    const otherwise = action === 'executeNode' ? onDeniedNode : onDeniedOutput;
    const asked = denials.map(
      ({ onDenied, mask }: AccessRule): OnDenied => onDenied ?? (mask === undefined ? otherwise : 'mask'),
    );
    if (asked.length === 0) return otherwise;
    return asked.includes('fail') ? 'fail' : (asked[0] ?? otherwise);
  }
}

/** Whether a run has ended because of a denial, of its own or of one of its nodes: another attempt would end so as well. */
export const isDenial = (error: unknown): boolean =>
  error instanceof AccessDeniedError || (error instanceof WorkflowExecutionError && isDenial(error.cause));
