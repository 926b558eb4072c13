import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { appendRecord, HISTORY_FILE } from '../../parity/history-file.ts';
import type { CliRun } from './cli/run-cli.ts';
import { sampleFinding, samplePair, sampleRecord } from './history-samples.ts';
import { runCliBeside } from './run-cli-beside.ts';
import { answers, startWebhook, type Webhook } from './webhook-server.ts';

let folder = '';
let monitor: Webhook;
let slack: Webhook;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lockstep-notify-'));
  [monitor, slack] = await Promise.all([startWebhook(answers([200])), startWebhook(answers([403]))]);
});
afterEach(async () => {
  await Promise.all([monitor.close(), slack.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const record = (change = {}): void =>
  appendRecord(join(folder, HISTORY_FILE), sampleRecord('2026-01-01', change));
const drift = { ok: false, pairs: [{ ...samplePair, findings: [sampleFinding] }] };
const notify = (env: Readonly<Record<string, string>>): Promise<CliRun> =>
  runCliBeside(folder, ['notify'], { LOCKSTEP_DASHBOARD_WEBHOOK: '', LOCKSTEP_SLACK_WEBHOOK: '', ...env });

describe('lockstep notify', () => {
  test('posts the dashboard and leaves people in peace when all is in step', async () => {
    record();
    const run = await notify({ LOCKSTEP_DASHBOARD_WEBHOOK: monitor.url, LOCKSTEP_SLACK_WEBHOOK: slack.url });
    assert.equal(run.stderr, 'Posted the dashboard to LOCKSTEP_DASHBOARD_WEBHOOK.\n');
    assert.equal(run.status, 0);
    const { body } = monitor.received[0] ?? {};
    assert.match(JSON.stringify(body), /^\{"version":1,"project":"lockstep-notify-.*"ok":true,/);
    assert.deepEqual(slack.received, []);
  });

  test('tells people of drift, and fails when it is refused, without a word of the secret', async () => {
    record(drift);
    const run = await notify({
      LOCKSTEP_DASHBOARD_WEBHOOK: monitor.url,
      LOCKSTEP_SLACK_WEBHOOK: slack.url,
      GITHUB_SERVER_URL: 'https://github.example',
      GITHUB_REPOSITORY: 'us/ours',
      GITHUB_RUN_ID: '7',
    });
    assert.equal(run.status, 1);
    assert.match(run.stderr, /The message was not delivered to LOCKSTEP_SLACK_WEBHOOK: it answered 403\./);
    assert.ok(!`${run.stdout}${run.stderr}`.includes('S3CRET'));
    assert.ok(!`${run.stdout}${run.stderr}`.includes('127.0.0.1'));
    const message = JSON.stringify(slack.received[0]?.body);
    assert.match(message, /"text":"Sync\/async parity check failed: /);
    assert.match(message, /missing-member close, open since today/);
    assert.match(message, /<https:\/\/github\.example\/us\/ours\/actions\/runs\/7\|View details>/);
  });

  for (const [name, value, message] of [
    ['is no URL', 'S3CRET', 'LOCKSTEP_SLACK_WEBHOOK is not a URL'],
    ['goes over the open network in clear', 'http://chat.example/S3CRET', 'is not an https URL'],
    ['is a file', 'file:///S3CRET', 'is not an https URL'],
    ['has a password', 'https://me:S3CRET@chat.example/', 'has a user name or password'],
  ] as const) {
    test(`refuses a webhook that ${name}, without showing it`, async () => {
      record(drift);
      const run = await notify({ LOCKSTEP_SLACK_WEBHOOK: value, LOCKSTEP_DEBUG: '1' });
      assert.equal(run.status, 2);
      assert.ok(run.stderr.includes(message), run.stderr);
      assert.ok(!run.stderr.includes('S3CRET'));
    });
  }

  test('is a wrong call without a webhook, and without a history', async () => {
    assert.match((await notify({})).stderr, /nowhere to post to\. Set LOCKSTEP_DASHBOARD_WEBHOOK or/);
    const run = await notify({ LOCKSTEP_DASHBOARD_WEBHOOK: monitor.url });
    assert.match(run.stderr, /has no record\. Run 'lockstep report --record'/);
    assert.equal(run.status, 2);
    assert.deepEqual(monitor.received, []);
  });
});
