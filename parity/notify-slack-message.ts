import type { Dashboard, DashboardPair } from './dashboard-model.ts';
import { count } from './render/summary.ts';
import { age, percent, points, revision } from './report-numbers.ts';

/** A message as Slack's incoming webhooks take it (https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks). */
export interface SlackMessage {
  /** What a notification shows. */
  readonly text: string;
  readonly blocks: readonly {
    readonly type: 'section';
    readonly text: { readonly type: 'mrkdwn'; readonly text: string };
  }[];
}

/** Slack refuses a section above 3000 characters. */
const SECTION = 3000;

/** How many findings of a pair are named. */
const NAMED = 5;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const section = (text: string): SlackMessage['blocks'][number] => ({
  type: 'section',
  text: { type: 'mrkdwn', text: text.length <= SECTION ? text : `${text.slice(0, SECTION - 1)}…` },
});

const pairText = ({ name, findings, tests }: DashboardPair): string => {
  const named = findings
    .slice(0, NAMED)
    .map(
      ({ check, member, days }) =>
        `• ${check}${member === '' ? '' : ` ${member}`}, open ${days === 0 ? 'since today' : `for ${age(days)}`}`,
    );
  const rest = findings.length - named.length;
  const branches = tests?.coverage.branches;
  return [
    `*${name}*: ${count(findings.length, 'open finding')}`,
    ...named,
    ...(rest > 0 ? [`• and ${rest} more`] : []),
    branches === undefined
      ? 'Tests not measured'
      : `Branch coverage ${percent(branches.sync)} sync, ${percent(branches.async)} async, ${points(branches.apart)} apart`,
    ...(tests?.shortfalls ?? []).slice(0, NAMED).map(({ message }) => `• ${message}`),
  ].join('\n');
};

/** The page of the GitHub Actions run that this process is part of; `null` outside of one. */
export const runUrl = (env: Readonly<NodeJS.ProcessEnv>): string | null => {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  return server && repository && run ? `${server}/${repository}/actions/runs/${run}` : null;
};

/** The message that pairs are not in step: what drifted, for how long, and where to read on. */
export const slackMessage = (dashboard: Dashboard, details: string | null): SlackMessage => {
  const title = `Sync/async parity check failed: ${dashboard.project}`;
  const link = details === null ? '' : `\n<${details}|View details>`;
  return {
    text: title,
    blocks: [
      section(`*${escaped(title)}*\n${escaped(revision(dashboard))}${link}`),
      ...dashboard.pairs.filter(({ ok }) => !ok).map((pair) => section(escaped(pairText(pair)))),
    ],
  };
};
