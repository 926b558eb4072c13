import * as v from 'valibot';
import type { UserContext } from '../../types/access-control.ts';
import type { JsonValue } from '../../types/json.ts';
import { isPlainObject } from '../nodes/plain-object.ts';
import { readEntries } from '../nodes/read-entries.ts';
import { plainData } from './plain-data.ts';

const text = v.pipe(v.string(), v.nonEmpty());
const names = v.exactOptional(v.array(text));

const user = v.strictObject({
  userId: text,
  tenantId: v.exactOptional(text),
  roles: names,
  permissions: names,
  attributes: v.exactOptional(v.custom<Readonly<Record<string, JsonValue>>>(isPlainObject, 'a plain object')),
});

/**
 * A frozen copy of a user context, read once. It has no prototype, so that what is not given is found nowhere else.
 *
 * @throws {InvalidOptionError} it is no plain data, or not of the form of a user context
 */
export const userSnapshot = (given: unknown): UserContext => {
  const { userContext } = readEntries(
    { userContext: user },
    { userContext: plainData(given, 'userContext') },
  );
  return Object.freeze(Object.assign(Object.create(null), userContext));
};
