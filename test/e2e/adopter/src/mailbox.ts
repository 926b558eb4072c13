/** A mailbox that a program reads at once. */
export class Mailbox {
  readonly #letters = new Map<string, string[]>();

  send(to: string, text: string): number {
    if (text === '') throw new RangeError('a letter has a text');
    const letters = [...(this.#letters.get(to) ?? []), text];
    this.#letters.set(to, letters);
    return letters.length;
  }

  read(to: string, limit = 10): string[] {
    return (this.#letters.get(to) ?? []).slice(0, limit);
  }
}
