import type { Attempt } from './attempt.ts';

/** How an attempt ended; a `final` failure is not retried. */
export type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: unknown; readonly final?: boolean };

/** What reaches a run while it waits: an attempt's end, a timer's end, or the wish to stop. */
export type Message =
  | { readonly kind: 'outcome'; readonly attempt: Attempt; readonly outcome: Outcome }
  | { readonly kind: 'rang'; readonly timer: object }
  | { readonly kind: 'cancelled' };

/** The messages of one run, first in, first out. */
export class Mailbox {
  #messages: Message[] = [];
  #head = 0;
  /** Given the next message, once; whoever finds the box empty may set it. */
  onPost: ((message: Message) => unknown) | undefined = undefined;

  /** Hands a message to the one who waits for it, or puts it at the end. */
  post(message: Message): undefined {
    const { onPost } = this;
    if (onPost === undefined) {
      this.#messages.push(message);
      return;
    }
    this.onPost = undefined;
    onPost(message);
  }

  /** Takes the first message, `undefined` where there is none. */
  take(): Message | undefined {
    const message = this.#messages[this.#head];
    if (message === undefined) return undefined;
    this.#head++;
    if (this.#head === this.#messages.length) {
      this.#messages = [];
      this.#head = 0;
    }
    return message;
  }
}
