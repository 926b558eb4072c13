/** Lets go of a promise: its rejection, if any, belongs to no one any more. */
export const forsake = (promise: PromiseLike<unknown>): undefined => {
  // Through a promise of our own: a thenable of someone else's may even throw.
  Promise.resolve(promise).catch(() => undefined);
};
