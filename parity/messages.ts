import type { CheckFacts, CheckId, DifferenceText, DriftedParameter } from './check-facts.ts';
import type { MemberKind } from './surface/surface.ts';

/** The words of a check: a title, and for a drift the sentence that says it and the remedy. */
export interface CheckWords<Facts> {
  /** What the check finds, in a few words. */
  readonly title: string;
  readonly sentence: (facts: Facts, member: string) => string;
  readonly remedy: (facts: Facts, member: string) => string;
}

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

const each = <Parameter extends DriftedParameter>(
  parameters: readonly Parameter[],
  say: (parameter: Parameter) => string,
): string => parameters.map(say).join('; ');

/** Where within two types the difference is, which their names alone do not tell. */
const whereWithin = (within: DifferenceText | null): string => {
  if (within === null) return '';
  const { path, sync, async } = within;
  if (sync === null) return `: '${path}' is there on the async side alone`;
  if (async === null) return `: '${path}' is missing on the async side`;
  return `: '${path}' is ${async} there and ${sync} on the sync side`;
};

const changeTo = (name: string, type: string, within: DifferenceText | null): string => {
  if (within === null) return `Change ${name} to ${type}`;
  const { path, sync, async } = within;
  if (sync === null) return `Remove '${path}' from ${name}, or add it to the sync side`;
  if (async === null) return `Add '${path}' to ${name}`;
  const isPromised = /\bPromise(?:Like)?</.test(async) && !/\bPromise(?:Like)?</.test(sync);
  return `Change '${path}' in ${name} to ${isPromised ? 'the asynchronous form of ' : ''}${sync}`;
};

const other = (side: 'sync' | 'async'): string => (side === 'sync' ? 'async' : 'sync');

const isOrAre = (names: readonly string[]): string => (names.length === 1 ? 'is' : 'are');

const KINDS: Readonly<Record<MemberKind, string>> = {
  method: 'method',
  property: 'property',
  accessor: 'accessor',
  nested: 'class, interface or namespace',
};

const aKind = (kind: MemberKind): string => `${kind === 'accessor' ? 'an' : 'a'} ${KINDS[kind]}`;

type Messages = { readonly [Id in CheckId]: CheckWords<CheckFacts[Id]> };

/** What every check says. A check without words, or words without a check, does not compile. */
export const MESSAGES: Messages = {
  'missing-member': {
    title: 'a member of the sync side is missing on the async side',
    sentence: ({ kind }, member) => `'${member}' (${KINDS[kind]}) is missing on the async side.`,
    remedy: () => 'Add it, in its asynchronous form, or allow it with a reason.',
  },
  'uncontracted-member': {
    title: 'a member exists on the async side alone',
    sentence: ({ kind }, member) => `'${member}' (${KINDS[kind]}) is there on the async side alone.`,
    remedy: () => 'Add it to the sync side, remove it, or allow it with a reason.',
  },
  'kind-mismatch': {
    title: 'a member is a method on one side and a property on the other',
    sentence: ({ sync, async }, member) =>
      `'${member}' is ${aKind(sync)} on the sync side and ${aKind(async)} on the async side.`,
    remedy: ({ sync }) => `Change it to ${aKind(sync)}.`,
  },
  'optional-member': {
    title: 'a member may be absent on one side only',
    sentence: ({ optional }, member) => `'${member}' is optional on the ${optional} side only.`,
    remedy: ({ optional }) => (optional === 'async' ? "Remove its '?'." : "Add a '?'."),
  },
  'visibility-mismatch': {
    title: 'a member is public on one side and hidden on the other',
    sentence: ({ sync, async }, member) =>
      `'${member}' is ${sync} on the sync side and ${async} on the async side.`,
    remedy: ({ sync }) => `Change it to ${sync}.`,
  },
  'static-mismatch': {
    title: 'a member is static on one side only',
    sentence: ({ sync, async }, member) =>
      `'${member}' belongs to ${sync} on the sync side and to ${async} on the async side.`,
    remedy: ({ sync }) => (sync === 'the class' ? "Add 'static'." : "Remove 'static'."),
  },
  'not-awaitable': {
    title: 'the result of an async method cannot be awaited',
    sentence: ({ sync, async }, member) =>
      `'${member}' gives ${async} on the async side, which cannot be awaited as such; the sync side gives ${sync}.`,
    remedy: ({ sync }) => `Change the result to Promise<${sync}>.`,
  },
  'inherited-sync': {
    title: 'the async class inherits a blocking method',
    sentence: ({ from }, member) => `'${member}' is inherited from the sync class ${from} and blocks.`,
    remedy: () => 'Implement it asynchronously in the async class, or share only what does not block.',
  },
  'result-mismatch': {
    title: 'the result differs',
    sentence: ({ sync, async, within }, member) =>
      `'${member}' gives ${async} on the async side, where the sync side gives ${sync}${whereWithin(within)}.`,
    remedy: ({ sync, within }) => `${changeTo('the result', `the asynchronous form of ${sync}`, within)}.`,
  },
  'property-type': {
    title: 'a property holds something else',
    sentence: ({ sync, async, within }, member) =>
      `'${member}' is ${async} on the async side and ${sync} on the sync side${whereWithin(within)}.`,
    remedy: ({ sync, within }) => `${changeTo('its type', sync, within)}.`,
  },
  'parameter-count': {
    title: 'a parameter is missing or superfluous',
    sentence: ({ lacking, extra }, member) =>
      [
        ...(lacking.length === 0 ? [] : [`${quoted(lacking)} ${isOrAre(lacking)} missing on the async side`]),
        ...(extra.length === 0 ? [] : [`${quoted(extra)} ${isOrAre(extra)} there on the async side alone`]),
      ]
        .join(', and ')
        .replace(/^/, `'${member}': `)
        .concat('.'),
    remedy: ({ lacking }) => (lacking.length === 0 ? 'Remove it, or add it to the sync side.' : 'Add it.'),
  },
  'parameter-order': {
    title: 'the parameters stand in another order',
    sentence: ({ sync, async }, member) =>
      `'${member}' takes (${async.join(', ')}) on the async side and (${sync.join(', ')}) on the sync side.`,
    remedy: ({ sync }) => `Change the order to (${sync.join(', ')}).`,
  },
  'parameter-name': {
    title: 'a parameter is called something else',
    sentence: ({ parameters }, member) =>
      `'${member}': ${each(parameters, ({ sync, async }) => `the parameter '${sync}' of the sync side is called '${async}' on the async side`)}.`,
    remedy: ({ parameters }) => `${each(parameters, ({ sync, async }) => `Rename '${async}' to '${sync}'`)}.`,
  },
  'parameter-type': {
    title: 'a parameter takes something else',
    sentence: ({ parameters }, member) =>
      `'${member}': ${each(parameters, ({ name, sync, async, within }) => `'${name}' takes ${async} on the async side and ${sync} on the sync side${whereWithin(within)}`)}.`,
    remedy: ({ parameters }) =>
      `${each(parameters, ({ name, sync, within }) => changeTo(`the type of '${name}'`, sync, within))}.`,
  },
  'parameter-optionality': {
    title: 'a parameter may be left out on one side only',
    sentence: ({ parameters }, member) =>
      `'${member}': ${each(parameters, ({ name, sync, async }) => `'${name}' is ${async} on the async side and ${sync} on the sync side`)}.`,
    remedy: ({ parameters }) => `${each(parameters, ({ name, sync }) => `Change '${name}' to ${sync}`)}.`,
  },
  'parameter-default': {
    title: 'a parameter falls back to something else',
    sentence: ({ parameters }, member) =>
      `'${member}': ${each(parameters, ({ name, sync, async }) => `'${name}' falls back to ${async} on the async side and to ${sync} on the sync side`)}.`,
    remedy: ({ parameters }) =>
      `${each(parameters, ({ name, sync }) => `Change the default of '${name}' to ${sync}`)}.`,
  },
  'rest-parameter': {
    title: 'a parameter takes all further arguments on one side only',
    sentence: ({ parameters }, member) =>
      `'${member}': ${each(parameters, ({ name, sync, async }) => `'${name}' is ${async} on the async side and ${sync} on the sync side`)}.`,
    remedy: ({ parameters }) => `${each(parameters, ({ name, sync }) => `Change '${name}' to ${sync}`)}.`,
  },
  'ignored-option': {
    title: 'one side knows an option that the other ignores',
    sentence: ({ parameter, keys }, member) =>
      `'${member}': '${parameter}' takes ${quoted(keys)} on the other side alone; here ${keys.length === 1 ? 'it is' : 'they are'} unknown.`,
    remedy: () => 'Take it here as well, remove it there, or allow it with a reason.',
  },
  'lost-generic': {
    title: 'a type parameter was lost',
    sentence: ({ sync, async }, member) =>
      `'${member}' has ${async} type parameter${async === 1 ? '' : 's'} on the async side and ${sync} on the sync side.`,
    remedy: () => 'Give both the same type parameters: without them the caller loses what he put in.',
  },
  'generic-constraint': {
    title: 'a type parameter is bound to something else',
    sentence: ({ name }, member) =>
      `'${member}': the type parameter '${name}' has another constraint or default on the async side, or is \`const\` on one side only.`,
    remedy: ({ name }) => `Declare '${name}' as the sync side does.`,
  },
  'lost-overload': {
    title: 'an overload was lost',
    sentence: ({ count, overload }, member) =>
      `'${member}' lacks ${count === 1 ? 'an overload' : `${count} overloads`} that the other side has: ${overload}.`,
    remedy: () => 'Add it.',
  },
  'overload-order': {
    title: 'the overloads stand in another order',
    sentence: (_facts, member) =>
      `'${member}' has the same overloads as the sync side in another order, and the first that fits is taken.`,
    remedy: () => 'Change the order to that of the sync side.',
  },
  'this-parameter': {
    title: 'the `this` parameter differs',
    sentence: ({ sync, async }, member) =>
      `'${member}' takes ${async === null ? 'no `this`' : `\`this: ${async}\``} on the async side and ${sync === null ? 'none' : `\`this: ${sync}\``} on the sync side.`,
    remedy: ({ sync }) =>
      sync === null ? 'Remove the `this` parameter.' : `Change it to \`this: ${sync}\`.`,
  },
  'constructor-parameter': {
    title: 'the constructor is called in another way',
    sentence: ({ drifts }) => `The constructor of the async side differs: ${drifts.join('; ')}.`,
    remedy: () => 'Change it to that of the sync side.',
  },
  'readonly-mismatch': {
    title: 'a property can be assigned on one side only',
    sentence: ({ readonly }, member) => `'${member}' is readonly on the ${readonly} side only.`,
    remedy: ({ readonly }) => (readonly === 'sync' ? "Add 'readonly'." : "Remove 'readonly'."),
  },
  'accessor-mismatch': {
    title: 'an accessor can be set on one side only, or takes something else',
    sentence: ({ sync, async }, member) =>
      `'${member}' has ${async} on the async side and ${sync} on the sync side.`,
    remedy: ({ sync }) => `Change it to ${sync}.`,
  },
  'any-hides-drift': {
    title: '`any` hides whatever drifts',
    sentence: ({ places, sides }, member) =>
      `'${member}': ${places.join(' and ')} is \`any\` on ${sides === 'both' ? 'both sides' : 'this side'}, which hides drift.`,
    remedy: ({ sides }) =>
      sides === 'both' ? 'Give each side its type.' : 'Give it the type that the other side has.',
  },
  'phantom-member': {
    title: 'a method is declared and not implemented',
    sentence: ({ declared }, member) => `'${member}' is declared ${declared}, and nothing implements it.`,
    remedy: () => 'Implement it, or remove the declaration.',
  },
  'deprecated-one-side': {
    title: 'a member is deprecated on one side only',
    sentence: ({ deprecated }, member) => `'${member}' is marked @deprecated on the ${deprecated} side only.`,
    remedy: ({ deprecated }) => `Mark it on the ${other(deprecated)} side as well, or on neither.`,
  },
  'throws-mismatch': {
    title: 'the documented errors differ',
    sentence: ({ lacking, extra }, member) =>
      [
        ...(lacking.length === 0
          ? []
          : [`${quoted(lacking)} ${isOrAre(lacking)} documented on the sync side alone`]),
        ...(extra.length === 0
          ? []
          : [`${quoted(extra)} ${isOrAre(extra)} documented on the async side alone`]),
      ]
        .join(', and ')
        .replace(/^/, `'${member}': `)
        .concat('.'),
    remedy: () => 'Let both throw and document the same errors.',
  },
  'generic-order': {
    title: 'the type parameters stand in another order',
    sentence: ({ sync, async }, member) =>
      `'${member}' has the type parameters <${async.join(', ')}> on the async side and <${sync.join(', ')}> on the sync side.`,
    remedy: ({ sync }) => `Change their order to <${sync.join(', ')}>.`,
  },
};
