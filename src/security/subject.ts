import type { AccessControl, UserContext } from '../../types/access-control.ts';
import { grantsOf } from './role-grants.ts';

/** A user with what their roles bring: what rules are matched against. */
export interface Subject {
  readonly user: UserContext;
  readonly roles: ReadonlySet<string>;
  readonly permissions: ReadonlySet<string>;
}

/** The subject that a user is; a role that is not declared where roles are brings nothing but its name. */
export const subjectOf = (user: UserContext, { roles: declared }: AccessControl): Subject => {
  const grants = (user.roles ?? []).map((name) => grantsOf(name, declared));
  return {
    user,
    roles: new Set(grants.flatMap(({ roles }) => roles)),
    permissions: new Set([...(user.permissions ?? []), ...grants.flatMap(({ permissions }) => permissions)]),
  };
};
