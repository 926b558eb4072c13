import type { Member } from '../surface/surface.ts';
import { asyncShape } from './shape.ts';
import type { TypeGraph } from './type-graph.ts';

/** Methods that take a listener, who is told many times: no outcome is reported to it. */
const SUBSCRIBES = /^(on|once|off|(add|remove|prepend|prependOnce)(Event)?Listener|(un)?subscribe)$/;

/**
 * Whether a member is asynchronous however it is called. One that answers at once when it is given no callback, as
 * `randomBytes` does, is both halves in one.
 */
export const isAsynchronous = (graph: TypeGraph, member: Member): boolean =>
  member.signatures.length > 0 &&
  member.signatures.every(
    (signature) =>
      (!SUBSCRIBES.test(member.name) && asyncShape(graph, signature).style === 'callback') ||
      graph
        .constituents(signature.result)
        .every(
          (type) =>
            graph.promised(type) !== null ||
            /^Async/.test(type.isObjectType() ? (graph.symbol(type)?.name ?? '') : ''),
        ),
  );
