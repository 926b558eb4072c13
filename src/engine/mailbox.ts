import type { Attempt } from './attempt.ts';

/** How an attempt ended; a `final` failure is not retried. */
export type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: unknown; readonly final?: boolean };

/** What reaches a run while it waits: an attempt's end, a timer's end, or a place in a bulkhead, or the wish to stop. */
export type Message =
  | { readonly kind: 'outcome'; readonly attempt: Attempt; readonly outcome: Outcome }
  | { readonly kind: 'rang'; readonly timer: object }
  | { readonly kind: 'granted'; readonly attempt: Attempt }
  | { readonly kind: 'cancelled' };

/** The messages of one run, first in, first out. */
export class Mailbox {
  #messages: Message[] = [];
  #head = 0;
  /** Given the next message, once; whoever finds the box empty may set it. */
  onPost: ((message: Message) => unknown) | undefined = undefined;

  readonly #later: (task: () => undefined) => unknown;

  /** @param later - does something when the caller is done, where the run can go on by itself */
  constructor(later: (task: () => undefined) => unknown = (task) => task()) {
    this.#later = later;
  }

  /** Posts a message for another run, which must not go on inside the one that posts. */
  postLater(message: Message): undefined {
    this.#later(() => this.post(message));
  }

  /** Hands what is here and what comes to someone else, now that the run is over. */
  forward(to: (message: Message) => undefined): undefined {
    let message = this.take();
    for (; message !== undefined; message = this.take()) to(message);
    const next = (late: Message): undefined => {
      this.onPost = next;
      to(late);
    };
    this.onPost = next;
  }

  /** Whether a message waits to be taken. */
  get isEmpty(): boolean {
    return this.#messages.length === 0;
  }

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
