import { readDashboard } from '../dashboard-read.ts';
import { HISTORY_FILE } from '../history-file.ts';
import { DEFAULT_PATIENCE, post } from '../notify-post.ts';
import { runUrl, slackMessage } from '../notify-slack-message.ts';
import { type Target, targetOf, WEBHOOKS } from '../notify-target.ts';
import { WrongCall } from '../wrong-call.ts';
import type { Command, Host } from './command.ts';
import { warnOfFaults } from './warn-of-faults.ts';

interface Flags {
  readonly config?: string;
  readonly branch?: string;
}

const deliver = async (target: Target, what: string, value: unknown, host: Host): Promise<boolean> => {
  const delivery = await post(target, value, DEFAULT_PATIENCE);
  const tries = delivery.attempts === 1 ? '' : ` after ${delivery.attempts} attempts`;
  host.stderr.write(
    delivery.delivered
      ? `Posted the ${what} to ${target.variable}${tries}.\n`
      : `The ${what} was not delivered to ${target.variable}${tries}: ${delivery.fault}.\n`,
  );
  return delivery.delivered;
};

/** `lockstep notify`: posts the dashboard, and a message for people when the pairs are not in step. */
export const notify: Command = {
  name: 'notify',
  summary: `post the dashboard's JSON to $${WEBHOOKS.dashboard}, and a failure to $${WEBHOOKS.slack}`,
  define: (parser) =>
    parser
      .option('--config <file>', 'the config, instead of the nearest lockstep.config.*')
      .option('--branch <name>', 'the branch to post, instead of that of the newest record'),
  run: async (parser, host) => {
    const monitor = targetOf(WEBHOOKS.dashboard, host.env);
    const slack = targetOf(WEBHOOKS.slack, host.env);
    if (monitor === null && slack === null) {
      throw new WrongCall(
        `There is nowhere to post to. Set ${WEBHOOKS.dashboard} or ${WEBHOOKS.slack} in the environment.`,
      );
    }
    const dashboard = readDashboard({ ...parser.opts<Flags>(), cwd: host.cwd });
    warnOfFaults(dashboard.skippedLines, HISTORY_FILE, host);
    const posts = [
      ...(monitor === null ? [] : [deliver(monitor, 'dashboard', dashboard, host)]),
      ...(slack === null || dashboard.ok
        ? []
        : [deliver(slack, 'message', slackMessage(dashboard, runUrl(host.env)), host)]),
    ];
    if (posts.length === 0) host.stderr.write('In step: there is nothing to say.\n');
    return (await Promise.all(posts)).every(Boolean) ? 0 : 1;
  },
};
