/** What tells a colour within a name: `Sync` and `Async`, written out as well. */
const MARKS = /(?:Async|Sync|Asynchronous|Synchronous|^async|^sync)(?=[A-Z]|$)/g;

/** The name of a thing without the marks of its colour: `readFileSync`, `AsyncStore` and `ReadSyncOptions` lose theirs. */
export const colorlessName = (name: string): string => {
  const bare = name.replace(MARKS, '') || name;
  return bare.charAt(0).toLowerCase() + bare.slice(1);
};

/**
 * Whether two names call the same thing in two colours: `Store` and `AsyncStore`, `OptionsSync` and `Options`. Two equal
 * names carry no colour and do not count, nor does an asynchronous mark on the sync side.
 */
export const areColorTwins = (sync: string, async: string): boolean =>
  sync !== async &&
  !/Async(?:hronous)?(?=[A-Z]|$)/.test(sync) &&
  !/Sync(?:hronous)?(?=[A-Z]|$)/.test(async) &&
  colorlessName(sync) === colorlessName(async);
