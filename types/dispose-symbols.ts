/**
 * `typeof Symbol.dispose` where the project's `lib` or `types` declare it, otherwise `never`. Written by its name it
 * would be an unresolved type in all other projects, which is `any`: the gate would then find no drift at all, and
 * `skipLibCheck` would keep that quiet.
 */
export type DisposeSymbol = SymbolConstructor extends { readonly dispose: infer Key extends symbol }
  ? Key
  : never;

/** `typeof Symbol.asyncDispose`, or `never`, as `DisposeSymbol`. */
export type AsyncDisposeSymbol = SymbolConstructor extends { readonly asyncDispose: infer Key extends symbol }
  ? Key
  : never;
