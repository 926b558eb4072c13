import type { MemberKind } from './surface/surface.ts';

/** A parameter that differs, with its types or names in words. */
export interface DriftedParameter {
  readonly name: string;
  readonly sync: string;
  readonly async: string;
}

/** Where two types differ: the property, such as `retry.delay`, and what it is on either side; `null` where it is not there. */
export interface DifferenceText {
  readonly path: string;
  readonly sync: string | null;
  readonly async: string | null;
}

/** A parameter that takes something else, and where within it the difference is. */
export interface DriftedType extends DriftedParameter {
  readonly within: DifferenceText | null;
}

/** Two types that differ, and where within them. */
interface TypeFacts {
  readonly sync: string;
  readonly async: string;
  readonly within: DifferenceText | null;
}

/** What each check says about a drift: facts, of which `messages.ts` makes sentences. */
export interface CheckFacts {
  readonly 'missing-member': { readonly kind: MemberKind };
  readonly 'uncontracted-member': { readonly kind: MemberKind };
  readonly 'kind-mismatch': { readonly sync: MemberKind; readonly async: MemberKind };
  readonly 'optional-member': { readonly optional: 'sync' | 'async' };
  readonly 'visibility-mismatch': { readonly sync: string; readonly async: string };
  readonly 'static-mismatch': { readonly sync: string; readonly async: string };
  readonly 'not-awaitable': { readonly sync: string; readonly async: string };
  readonly 'inherited-sync': { readonly from: string };
  readonly 'result-mismatch': TypeFacts;
  readonly 'property-type': TypeFacts;
  readonly 'parameter-count': { readonly lacking: readonly string[]; readonly extra: readonly string[] };
  readonly 'parameter-order': { readonly sync: readonly string[]; readonly async: readonly string[] };
  readonly 'parameter-name': { readonly parameters: readonly DriftedParameter[] };
  readonly 'parameter-type': { readonly parameters: readonly DriftedType[] };
  readonly 'parameter-optionality': { readonly parameters: readonly DriftedParameter[] };
  readonly 'parameter-default': { readonly parameters: readonly DriftedParameter[] };
  readonly 'rest-parameter': { readonly parameters: readonly DriftedParameter[] };
  readonly 'ignored-option': { readonly parameter: string; readonly keys: readonly string[] };
  readonly 'lost-generic': { readonly sync: number; readonly async: number };
  readonly 'generic-constraint': { readonly name: string };
  readonly 'lost-overload': { readonly count: number; readonly overload: string };
  readonly 'overload-order': { readonly count: number };
  readonly 'this-parameter': { readonly sync: string | null; readonly async: string | null };
  readonly 'constructor-parameter': { readonly drifts: readonly string[] };
  readonly 'readonly-mismatch': { readonly readonly: 'sync' | 'async' };
  readonly 'accessor-mismatch': { readonly sync: string; readonly async: string };
  readonly 'any-hides-drift': { readonly places: readonly string[]; readonly sides: 'one' | 'both' };
  readonly 'phantom-member': { readonly declared: string };
  readonly 'deprecated-one-side': { readonly deprecated: 'sync' | 'async' };
  readonly 'throws-mismatch': { readonly lacking: readonly string[]; readonly extra: readonly string[] };
  readonly 'generic-order': { readonly sync: readonly string[]; readonly async: readonly string[] };
}

/** The id of a check of a pair. */
export type CheckId = keyof CheckFacts;
