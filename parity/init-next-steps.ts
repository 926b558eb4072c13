/** What is left to do by hand once a project is set up. */
export const nextSteps = (exec: string): string =>
  `
Next: '${exec} lockstep check' tells what is not in step.
For the compiler itself to refuse drift, on its line and in every editor, tie the sides together:
  import type { Mirrors } from 'lockstep/types';
  export class AsyncStore implements Mirrors<Store, AsyncStore> { … }
then run 'tsc -p tsconfig.parity.json'. For contracts, modules and exemptions see lockstep/types/GUIDE.md in node_modules.
`;
