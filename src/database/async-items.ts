import type { Reader, Steps } from './steps.ts';

type Drive = <T>(steps: Steps<T>) => Promise<T>;

/**
 * The items of a reader, as an asynchronous iterator. What has been read is handed out without a detour through a generator, which
 * would cost more than to read it.
 */
export const asyncItems = <T>(opening: () => Steps<Reader<T>>, drive: Drive): AsyncIterator<T> => {
  let reader: Reader<T> | undefined;
  let items: readonly T[] = [];
  let taken = 0;
  let isOver = false;
  // Whoever asks before he has been answered is answered in his turn.
  let turn: Promise<unknown> | undefined;

  const inTurn = <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    const answer = turn === undefined ? work() : turn.then(work, work);
    const current = answer
      .catch(() => undefined)
      .then(() => {
        if (turn === current) turn = undefined;
      });
    turn = current;
    return answer;
  };

  const end = async (): Promise<undefined> => {
    if (isOver) return;
    isOver = true;
    items = [];
    const opened = reader;
    reader = undefined;
    if (opened !== undefined) await drive(opened.end());
  };

  const next = async (): Promise<IteratorResult<T>> => {
    if (taken < items.length) return { done: false, value: items[taken++] as T };
    if (isOver) return { done: true, value: undefined };
    try {
      reader ??= await drive(opening());
      const more = await drive(reader.next());
      if (more !== undefined && more.length > 0) {
        items = more;
        taken = 1;
        return { done: false, value: more[0] as T };
      }
    } catch (error) {
      await end();
      throw error;
    }
    await end();
    return { done: true, value: undefined };
  };

  return {
    next: () =>
      turn === undefined && taken < items.length
        ? Promise.resolve({ done: false, value: items[taken++] as T })
        : inTurn(next),
    return: () =>
      inTurn(async () => {
        await end();
        return { done: true, value: undefined };
      }),
  };
};
