import type { DeclaredResource } from '../../types/node-resources.ts';

/** A resource that is open (or on its way to be), and how many hold it. */
export interface OpenResource {
  readonly key: string;
  readonly leaf: DeclaredResource;
  /** What `open` has answered: the resource, or a promise of it. */
  readonly value: unknown;
  /** How many acquisitions have not been given back. */
  holds: number;
}
