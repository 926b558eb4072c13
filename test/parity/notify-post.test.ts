import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { type Delivery, type Patience, post } from '../../parity/notify-post.ts';
import { type Answer, answers, startWebhook, type Webhook } from './webhook-server.ts';

const QUICK: Patience = { attempts: 3, timeoutMs: 5000, pauseMs: 1, longestPauseMs: 20 };

const open: Webhook[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((webhook) => webhook.close()));
});

const start = async (answer: Answer): Promise<Webhook> => {
  const webhook = await startWebhook(answer);
  open.push(webhook);
  return webhook;
};

const postTo = (webhook: Webhook, patience = QUICK): Promise<Delivery> =>
  post({ variable: 'LOCKSTEP_SLACK_WEBHOOK', url: new URL(webhook.url) }, { text: 'drift' }, patience);

describe('posting to a webhook', () => {
  test('sends JSON once when it is taken', async () => {
    const webhook = await start(answers([200]));
    assert.deepEqual(await postTo(webhook), { delivered: true, attempts: 1 });
    assert.deepEqual(webhook.received, [
      { method: 'POST', type: 'application/json', body: { text: 'drift' } },
    ]);
  });

  test('tries again after a server error, with the same body', async () => {
    const webhook = await start(answers([500], [503], [204]));
    assert.deepEqual(await postTo(webhook), { delivered: true, attempts: 3 });
    assert.deepEqual(new Set(webhook.received.map(({ body }) => JSON.stringify(body))).size, 1);
  });

  test('gives up after the last attempt, and says what was answered', async () => {
    const webhook = await start(answers([500]));
    assert.deepEqual(await postTo(webhook), { delivered: false, attempts: 3, fault: 'it answered 500' });
    assert.equal(webhook.received.length, 3);
  });

  test('waits as long as a 429 asks for, but no longer than the longest pause', async () => {
    const webhook = await start(answers([429, { 'retry-after': '3600' }], [200]));
    assert.deepEqual(await postTo(webhook), { delivered: true, attempts: 2 });
  });

  test('takes a date in Retry-After as well as nonsense', async () => {
    const webhook = await start(
      answers(
        [429, { 'retry-after': 'Thu, 01 Jan 2032 00:00:00 GMT' }],
        [429, { 'retry-after': 'soon' }],
        [200],
      ),
    );
    assert.deepEqual(await postTo(webhook), { delivered: true, attempts: 3 });
  });

  for (const status of [400, 403, 404, 410]) {
    test(`does not try again after a ${status}, which stays as it is`, async () => {
      const webhook = await start(answers([status], [200]));
      assert.deepEqual(await postTo(webhook), {
        delivered: false,
        attempts: 1,
        fault: `it answered ${status}`,
      });
    });
  }

  for (const status of [301, 302, 307, 308]) {
    test(`does not follow a ${status}, which would hand the message to another host`, async () => {
      const other = await start(answers([200]));
      const webhook = await start(answers([status, { location: other.url }]));
      const delivery = await postTo(webhook);
      assert.ok(!delivery.delivered);
      assert.match(delivery.fault, new RegExp(`^it redirects \\(${status}\\): set it to the final address$`));
      assert.deepEqual(other.received, []);
    });
  }

  // Without a time limit the attempt, and so the test, would never end.
  test('ends an attempt that is never answered, and tries again', { timeout: 20_000 }, async () => {
    const webhook = await start((response, index) => {
      if (index > 0) response.writeHead(200).end();
    });
    assert.deepEqual(await postTo(webhook, { ...QUICK, timeoutMs: 300 }), { delivered: true, attempts: 2 });
  });

  test('does not wait for the end of an answer that never ends', async () => {
    const webhook = await start((response) => response.writeHead(200).write('and so on'));
    assert.deepEqual(await postTo(webhook), { delivered: true, attempts: 1 });
  });

  test('tries again when the connection is cut', async () => {
    const webhook = await start((response, index) => {
      if (index === 0) response.destroy();
      else response.writeHead(200).end();
    });
    assert.deepEqual(await postTo(webhook), { delivered: true, attempts: 2 });
  });

  test('says why nobody can be reached, without the address', async () => {
    const webhook = await startWebhook(answers([200]));
    await webhook.close();
    const delivery = await postTo(webhook);
    assert.deepEqual(delivery, {
      delivered: false,
      attempts: 3,
      fault: 'it cannot be reached (ECONNREFUSED)',
    });
  });
});
