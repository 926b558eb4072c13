import type { AccessControl } from '../../types/access-control.ts';

/** All that a role brings: itself with the roles that it inherits, and the permissions of all of them. */
export interface RoleGrants {
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
}

/** What a role brings; roles that inherit each other come to the same. */
export const grantsOf = (name: string, declared: AccessControl['roles'] = {}): RoleGrants => {
  const roleOf = (each: string) => (Object.hasOwn(declared, each) ? declared[each] : undefined);
  const reached = new Set([name]);
  for (const each of reached) for (const inherited of roleOf(each)?.inherits ?? []) reached.add(inherited);
  const roles = [...reached];
  return { roles, permissions: roles.flatMap((each) => roleOf(each)?.permissions ?? []) };
};
