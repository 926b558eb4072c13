import type { Allowlist, Exempted } from './exemption.ts';

/**
 * What is wrong with an allowlist, as the keys of a record that nothing satisfies; no keys if nothing is.
 * `SyncNames` and `AsyncNames` are the members that the two sides have.
 */
export type AllowlistFault<Allow extends Allowlist, SyncNames, AsyncNames> = {
  readonly [Words in
    | StaleWords<Exclude<Exempted<Allow, 'sync'>, SyncNames>, 'the sync side has no such member'>
    | StaleWords<Exclude<Exempted<Allow, 'async'>, AsyncNames>, 'the async side has no such member'>
    | StaleWords<
        Extract<Extract<Exempted<Allow, 'sync' | 'async'>, SyncNames>, AsyncNames>,
        'both sides have it'
      >
    | StaleWords<Exclude<Exempted<Allow, 'both'>, SyncNames>, 'the sync side has no such member'>
    | StaleWords<Exclude<Exempted<Allow, 'both'>, AsyncNames>, 'the async side has no such member'>
    | DuplicateWords<Allow>
    | UnexplainedWords<Allow[number]>]: false;
};

/** The same for a class that is held to a contract: every entry names a member that only the class has. */
export type ContractFault<Allow extends Allowlist, ContractNames, ClassNames> = {
  readonly [Words in
    | StaleWords<Exclude<Allow[number]['member'], ClassNames>, 'the class has no such member'>
    | StaleWords<Extract<Allow[number]['member'], ContractNames>, 'the contract has it'>
    | DuplicateWords<Allow>
    | UnexplainedWords<Allow[number]>]: false;
};

type StaleWords<Member, Why extends string> = Member extends string
  ? `allowlist entry '${Member}' is stale, ${Why}: delete the entry`
  : Member extends PropertyKey
    ? `allowlist entry for a symbol or index is stale, ${Why}: delete the entry`
    : never;

type DuplicateWords<Allow extends Allowlist> = Allow extends readonly [
  infer Entry extends Allow[number],
  ...infer Rest extends Allowlist,
]
  ?
      | (Extract<Entry['member'], Rest[number]['member']> extends infer Twice extends string
          ? `allowlist entry '${Twice}' stands there twice: delete one`
          : never)
      | DuplicateWords<Rest>
  : never;

type UnexplainedWords<Entry extends Allowlist[number]> = Entry extends {
  readonly reason: infer Reason extends string;
}
  ? Reason extends ''
    ? `allowlist entry '${Extract<Entry['member'], string>}' gives no reason: say why`
    : never
  : never;
