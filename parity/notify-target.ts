import { WrongCall } from './wrong-call.ts';

/** Where a message goes. Its URL is a secret: whoever knows it can post. It is never shown; its variable is. */
export interface Target {
  /** The environment variable that names it. */
  readonly variable: string;
  readonly url: URL;
}

/** The variables that name where to post what. */
export const WEBHOOKS = {
  /** Takes the dashboard as JSON, each time. */
  dashboard: 'LOCKSTEP_DASHBOARD_WEBHOOK',
  /** Takes a message for people in the shape of Slack, when the pairs are not in step. */
  slack: 'LOCKSTEP_SLACK_WEBHOOK',
} as const;

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The target that an environment variable names; `null` when it is unset or empty, as a secret is on a fork.
 *
 * @throws {WrongCall} when it is no URL that can be posted to. The message names the variable, never its value.
 */
export const targetOf = (variable: string, env: Readonly<NodeJS.ProcessEnv>): Target | null => {
  const value = env[variable]?.trim() ?? '';
  if (value === '') return null;
  if (!URL.canParse(value)) throw new WrongCall(`${variable} is not a URL. Set it to the webhook's address.`);
  const url = new URL(value);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.has(url.hostname))) {
    throw new WrongCall(
      `${variable} is not an https URL, so that anybody on the way could read it. Change it to https.`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new WrongCall(
      `${variable} has a user name or password in its URL, which cannot be posted to. Remove them.`,
    );
  }
  return { variable, url };
};
