/** The verdict of a pair in step: a type without members, which every class implements. */
export type NoDrift = Readonly<Record<never, never>>;
