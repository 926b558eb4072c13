import type { Pair, Side } from '../report-model.ts';

/** The files of one side of a pair. */
export interface PairFiles {
  readonly pair: Pair;
  readonly files: Readonly<Record<Side, readonly string[]>>;
}

/** Why a change is refused. */
export type Refusal =
  | {
      readonly kind: 'sync-side-only';
      readonly pair: string;
      readonly changed: readonly string[];
      readonly twin: readonly string[];
    }
  | {
      readonly kind: 'one-sided-test';
      readonly pair: string;
      readonly ranOn: Side;
      readonly test: string;
      readonly file: string;
    }
  | { readonly kind: 'threshold-crossed'; readonly pair: string; readonly message: string };

/** The outcome of the gate on one change. */
export interface GateReport {
  readonly version: 1;
  readonly ok: boolean;
  readonly base: string;
  /** The pairs that the change touches. */
  readonly touched: readonly string[];
  /** The pairs that the change touches on the async side only, which is allowed. */
  readonly asyncOnly: readonly string[];
  readonly refusals: readonly Refusal[];
  /** Why the refusals are accepted: the reasons of trailers and of the config; empty when nothing accepts them. */
  readonly exempted: readonly string[];
}
