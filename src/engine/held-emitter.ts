import type { RunEvent } from '../../types/run-event.ts';
import type { Emitter } from './emitter.ts';

/** Keeps events back until what they tell is durable, so that nobody hears that a node has completed and sees it run again. */
export class HeldEmitter implements Emitter {
  readonly outer: Emitter;
  /** Whether events are dropped: what is done again from checkpoints has been told before. */
  isMute = false;
  #held: { readonly event: RunEvent; readonly at: number }[] | undefined = undefined;

  constructor(outer: Emitter) {
    this.outer = outer;
  }

  get active(): boolean {
    return !this.isMute && this.outer.active;
  }

  /** Keeps back what comes from now on. */
  hold(): undefined {
    this.#held ??= [];
  }

  emit = (event: RunEvent, at?: number): undefined => {
    if (this.#held === undefined) this.outer.emit(event, at);
    else this.#held.push({ event, at: at ?? performance.now() });
  };

  /** Gives out what was kept back. */
  release(): undefined {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const { event, at } of held) this.outer.emit(event, at);
  }

  /** Forgets what was kept back. */
  drop(): undefined {
    this.#held = undefined;
  }
}
