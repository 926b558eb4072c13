import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { forEachSide } from 'lockstep/testing';
import { AsyncMailbox } from '../../src/async-mailbox.ts';
import { Mailbox } from '../../src/mailbox.ts';

const kits = [
  { id: 'sync', Mailbox },
  { id: 'async', Mailbox: AsyncMailbox },
] as const;

describe('mailbox', () => {
  forEachSide(kits, ({ Mailbox }, test) => {
    test('what is sent is read', async () => {
      const mailbox = new Mailbox();
      assert.equal(await mailbox.send('ada', 'one'), 1);
      assert.equal(await mailbox.send('ada', 'two'), 2);
      assert.deepEqual(await mailbox.read('ada'), ['one', 'two']);
    });

    test('nobody has no letters', async () => {
      assert.deepEqual(await new Mailbox().read('bob'), []);
    });

    test('an empty letter is an error', async () => {
      await assert.rejects(async () => new Mailbox().send('ada', ''), RangeError);
    });
  });
});
