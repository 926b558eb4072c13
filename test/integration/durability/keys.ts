import type { CheckpointRecord, NodeEventBase } from '../../../types/index.ts';

/** What an event of a node is of: `sub/x#0`, the node around it before, its iteration behind. */
export const keyOfEvent = ({ nodeId, parent, iteration = 0 }: NodeEventBase): string =>
  `${parent === undefined ? '' : `${parent.nodeId}/`}${nodeId}#${iteration}`;

/** What the body of a node was run for, from its label: `each/0[0]#0.1` is the first attempt at the first item. */
export const keyOfLabel = (label: string): string => label.replace(/\[\d+\]/, '').replace(/\.\d+$/, '');

/** What a checkpoint is of. */
export const keyOfRecord = ({ scope, subject, iteration }: CheckpointRecord): string =>
  `${scope.replace(/^\/"(\w+)"@\d+$/, '$1/')}${subject}#${iteration}`;
