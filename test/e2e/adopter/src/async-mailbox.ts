/** The same mailbox over a slow medium. `read` has drifted: it takes no limit. */
export class AsyncMailbox {
  readonly #letters = new Map<string, string[]>();

  async send(to: string, text: string): Promise<number> {
    if (text === '') throw new RangeError('a letter has a text');
    const letters = [...(this.#letters.get(to) ?? []), text];
    this.#letters.set(to, letters);
    return letters.length;
  }

  async read(to: string): Promise<string[]> {
    return (this.#letters.get(to) ?? []).slice(0, 10);
  }
}
