/** What the worker is asked: to load the interpreter, or to run a program. */
export type PythonQuestion =
  | { readonly ask: 'start' /** The URL of Pyodide's module. */; readonly pyodide: string }
  | {
      readonly ask: 'run';
      readonly code: string;
      /** The inputs, as `encodeValue` writes them. */
      readonly inputs: string;
      readonly memoryLimitMb: number;
    };

/** What it answers. Whatever is `spent` has to be replaced. */
export type PythonAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'answer'; readonly text: string; readonly isSpent: boolean }
  | { readonly kind: 'reached'; readonly name: string }
  | { readonly kind: 'crashed'; readonly message: string };
