import type { Report } from '../report-model.ts';

/** What a check is called and where its page is, for the formats that carry a list of rules. */
export interface RuleText {
  readonly id: string;
  /** One line, without a full stop. */
  readonly title: string;
  /** The page of the check, in markdown. */
  readonly page: string;
}

/** What a renderer may use beside the report; the same report and context always give the same bytes. */
export interface RenderContext {
  readonly color: boolean;
  /** The version of Lockstep, such as `1.2.3`. */
  readonly version: string;
  /** Where the pages of the checks can be read online, an absolute URL; `null` when nowhere. */
  readonly homepage: string | null;
  /** The checks, the gravest first. */
  readonly rules: readonly RuleText[];
}

/** Turns a report into text that ends with a line feed. */
export type Renderer = (report: Report, context: RenderContext) => string;
