import type { NodeOrigin } from '../nodes/node-definition.ts';
import { untravelledIn } from './untravelled.ts';

/** A thrown value in a form that travels: an error with its entries, or another value as it is. */
export type ErrorForm =
  | { readonly kind: 'other'; readonly value: unknown }
  | {
      readonly kind: 'error';
      readonly className: string;
      readonly message: string;
      readonly stack: string | undefined;
      readonly entries: readonly (readonly [key: string, value: unknown])[];
      readonly cause: ErrorForm | undefined;
    };

const STANDARD = [Error, TypeError, RangeError, SyntaxError, ReferenceError, URIError, EvalError];
const WRITTEN_APART = ['message', 'stack', 'cause'];
/** An error that is its own cause must not be followed for ever. */
const MOST_CAUSES = 10;

/** A thrown value as it travels; entries that cannot travel are left behind. */
export const formOfError = (error: unknown, depth = 0): ErrorForm => {
  if (!(error instanceof Error)) {
    return { kind: 'other', value: untravelledIn(error, '') === undefined ? error : String(error) };
  }
  const entries = Object.getOwnPropertyNames(error)
    .filter((key) => !WRITTEN_APART.includes(key))
    .map((key) => [key, Reflect.get(error, key)] as const)
    .filter(([, value]) => untravelledIn(value, '') === undefined);
  const follows = Object.hasOwn(error, 'cause') && depth < MOST_CAUSES;
  return {
    kind: 'error',
    className: error.constructor.name,
    message: error.message,
    stack: error.stack,
    entries,
    cause: follows ? formOfError(error.cause, depth + 1) : undefined,
  };
};

/** The thrown value again; one of a known class has it. */
export const errorOfForm = (form: ErrorForm, classes: NodeOrigin['errors'] = []): unknown => {
  if (form.kind === 'other') return form.value;
  const { className, message, stack, entries, cause } = form;
  const error = new Error(message, cause === undefined ? {} : { cause: errorOfForm(cause, classes) });
  const known = [...classes, ...STANDARD].find(({ name }) => name === className);
  if (known !== undefined) Object.setPrototypeOf(error, known.prototype);
  else hidden(error, 'name', className);
  if (stack !== undefined) hidden(error, 'stack', stack);
  for (const [key, value] of entries) Object.defineProperty(error, key, entry(value, true));
  return error;
};

const entry = (value: unknown, enumerable: boolean): PropertyDescriptor => ({
  value,
  enumerable,
  writable: true,
  configurable: true,
});

const hidden = (error: Error, key: string, value: unknown): unknown =>
  Object.defineProperty(error, key, entry(value, false));
