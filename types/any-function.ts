/** Any function; parameters of type `never`, so that every function is assignable to it. */
export type AnyFunction = (...parameters: never) => unknown;
