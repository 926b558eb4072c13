import { WorkflowBuilder } from '../../../src/index.ts';
import type { WorkflowContract } from '../../../types/index.ts';

/** What is broken, and what has run. */
export interface World {
  readonly broken: Set<string>;
  readonly ran: string[];
}

/** A world in which these steps are broken. */
export const newWorld = (...broken: readonly string[]): World => ({ broken: new Set(broken), ran: [] });

/** The host function of a step, which fails as long as it is broken. */
export const step = ({ broken, ran }: World, name: string) => ({
  run: (inputs: Readonly<Record<string, unknown>>) => {
    ran.push(name);
    if (broken.has(name)) throw new TypeError(`${name} is broken`);
    return { from: name, given: inputs.given ?? null };
  },
});

/** `read` feeds `left` and `right`; `leftEnd` is after `left`; `join` after both ends. */
export const diamond = (world: World): WorkflowContract => {
  const builder = new WorkflowBuilder('diamond');
  for (const name of ['read', 'left', 'right', 'leftEnd', 'join']) {
    builder.addNode('FunctionNode', name, step(world, name));
  }
  return builder
    .addConnection('read', 'from', 'left', 'given')
    .addConnection('read', 'from', 'right', 'given')
    .addConnection('left', 'from', 'leftEnd', 'given')
    .addConnection('leftEnd', 'from', 'join', 'given')
    .addConnection('right', 'from', 'join', 'other')
    .build() as WorkflowContract;
};
