/** The name of a thing without the mark of its colour: `readFileSync`, `AsyncStore` and `StoreAsync` lose it. */
export const colorlessName = (name: string): string => {
  const bare = name.replace(/^(Async|Sync)(?=[A-Z])/, '').replace(/^(async|sync)(?=[A-Z])/, '');
  const stripped = (bare === '' ? name : bare).replace(/(?<=.)(Async|Sync)$/, '');
  return stripped.charAt(0).toLowerCase() + stripped.slice(1);
};

/**
 * Whether two names call the same thing in two colours: `Store` and `AsyncStore`, `OptionsSync` and `Options`. Two equal
 * names carry no colour and do not count, nor does an asynchronous mark on the sync side.
 */
export const areColorTwins = (sync: string, async: string): boolean =>
  sync !== async &&
  !/^Async(?=[A-Z])|Async$/.test(sync) &&
  !/^Sync(?=[A-Z])|Sync$/.test(async) &&
  colorlessName(sync) === colorlessName(async);
