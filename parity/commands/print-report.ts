import { ALLOWLIST_CHECKS } from '../allowlist-faults.ts';
import { checkPages } from '../check-pages.ts';
import { CHECK_IDS } from '../checks/checks.ts';
import { HOMEPAGE, VERSION } from '../manifest.ts';
import { FORMATS } from '../render/formats.ts';
import { renderMarkdown } from '../render/markdown.ts';
import type { RenderContext } from '../render/renderer.ts';
import { summary } from '../render/summary.ts';
import type { Report } from '../report-model.ts';
import { appendStepSummary } from '../step-summary.ts';
import { useColor } from '../use-color.ts';
import { writeOutput } from '../write-output.ts';
import type { CheckFlags } from './check-flags.ts';
import type { Host } from './command.ts';

const contextOf = (color: boolean): RenderContext => {
  const pages = new Map(checkPages().map((page) => [page.id, page]));
  const rules = [...CHECK_IDS, ...ALLOWLIST_CHECKS].flatMap((id) => {
    const page = pages.get(id);
    return page === undefined ? [] : [{ id, title: page.title, page: page.text }];
  });
  return { color, version: VERSION, homepage: HOMEPAGE, rules };
};

/** Prints a report as the flags ask: to the output, or to a file with the summary on the terminal. */
export const printReport = (report: Report, flags: CheckFlags, host: Host): void => {
  const toFile = flags.output !== undefined;
  const color = !toFile && useColor({ flag: flags.color, env: host.env, isTerminal: host.stdout.isTTY });
  const context = contextOf(color);
  const text = FORMATS[flags.format](report, context);
  if (flags.output === undefined) host.stdout.write(text);
  else {
    writeOutput(host.cwd, flags.output, text);
    host.stderr.write(`${summary(report)} Written to ${flags.output}.\n`);
  }
  const stepSummary = host.env.GITHUB_STEP_SUMMARY;
  if (flags.format === 'github' && stepSummary)
    appendStepSummary(stepSummary, renderMarkdown(report, context));
};
