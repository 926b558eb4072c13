import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { type MemberModel, readSurface } from '../../parity/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'lockstep-facts-'));
after(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "strict": true, "types": [] } }');
writeFileSync(
  join(folder, 'store.ts'),
  `export abstract class Store<V extends object = { id: number }> {
  readonly name: string = '';
  note?: string;
  protected size = 0;
  #secret = 1;
  constructor(path: string, options?: { mode?: number }) {}
  /**
   * @deprecated
   * @throws {RangeError} when there is none
   * @throws {TypeError}
   */
  get<const K extends string = 'a'>(this: Store<V>, key: K, fallback?: V, limit = 10, ...rest: K[]): V { throw 0; }
  set(key: string): number;
  set(key: number): string;
  set(key: unknown): never { throw 0; }
  get path(): string { return ''; }
  set path(value: string | number) {}
  isOpen(value: unknown): value is string { return true; }
  self(): this { return this; }
  take({ depth = 2 }: { depth?: number }): void {}
  abstract close(): void;
  static open(): void {}
  [index: number]: V;
}
`,
);

const surface = readSurface('./store.ts#Store', { cwd: folder });

/** A member with nothing special about it, and the facts that differ from that. */
const member = (name: string, facts: Partial<MemberModel>): MemberModel => ({
  name,
  static: false,
  kind: 'property',
  visibility: 'public',
  readonly: false,
  optional: false,
  setter: null,
  type: 'string',
  signatures: [],
  defaults: null,
  deprecated: false,
  throws: [],
  place: null,
  ...facts,
});

const signature = { typeParameters: [], this: null, parameters: [], abstract: false };
const parameter = { optional: false, rest: false };
const at = (line: number, column = 3) => ({ file: 'store.ts', line, column });

const MEMBERS: readonly MemberModel[] = [
  member('name', { readonly: true, place: at(2, 12) }),
  member('note', { optional: true, place: at(3) }),
  member('size', { visibility: 'protected', type: 'number', place: at(4, 13) }),
  member('get', {
    kind: 'method',
    type: '<const K extends string = "a">(this: Store<V>, key: K, fallback?: V | undefined, limit?: number, ...rest: K[]) => V',
    signatures: [
      {
        typeParameters: [{ name: 'K', constraint: 'string', default: "'a'", const: true }],
        this: 'Store<V>',
        parameters: [
          { ...parameter, name: 'key', type: 'K' },
          { ...parameter, name: 'fallback', type: 'V | undefined', optional: true },
          { ...parameter, name: 'limit', type: 'number', optional: true },
          { ...parameter, name: 'rest', type: 'K[]', rest: true },
        ],
        result: 'V',
        abstract: false,
      },
    ],
    defaults: { limit: '10' },
    deprecated: true,
    throws: ['RangeError', 'TypeError'],
    place: at(12),
  }),
  member('set', {
    kind: 'method',
    type: '{ (key: string): number; (key: number): string; }',
    signatures: [
      { ...signature, parameters: [{ ...parameter, name: 'key', type: 'string' }], result: 'number' },
      { ...signature, parameters: [{ ...parameter, name: 'key', type: 'number' }], result: 'string' },
    ],
    defaults: {},
    place: at(13),
  }),
  member('path', { kind: 'accessor', setter: 'string | number', defaults: {}, place: at(16, 7) }),
  member('isOpen', {
    kind: 'method',
    type: '(value: unknown) => value is string',
    signatures: [
      {
        ...signature,
        parameters: [{ ...parameter, name: 'value', type: 'unknown' }],
        result: 'value is string',
      },
    ],
    defaults: {},
    place: at(18),
  }),
  member('self', {
    kind: 'method',
    type: '() => Store<V>',
    signatures: [{ ...signature, result: 'this' }],
    defaults: {},
    place: at(19),
  }),
  member('take', {
    kind: 'method',
    type: '({ depth }: { depth?: number | undefined; }) => void',
    signatures: [
      {
        ...signature,
        parameters: [{ ...parameter, name: null, type: '{ depth?: number | undefined; }' }],
        result: 'void',
      },
    ],
    defaults: { 'parameter 1.depth': '2' },
    place: at(20),
  }),
  member('close', {
    kind: 'method',
    type: '() => void',
    signatures: [{ ...signature, result: 'void', abstract: false }],
    place: at(21, 12),
  }),
  member('[number]', { type: 'V', place: at(23) }),
  member('open', {
    static: true,
    kind: 'method',
    type: '() => void',
    signatures: [{ ...signature, result: 'void' }],
    defaults: {},
    place: at(22, 10),
  }),
];

for (const expected of MEMBERS) {
  test(`every fact of '${expected.name}' is read`, () => {
    assert.deepEqual(
      surface.members.find(({ name }) => name === expected.name),
      expected,
    );
  });
}

test('no other member is read, but for what only the class itself can name', () => {
  const names = surface.members.map(({ name }) => name).filter((name) => !name.includes('#'));
  assert.deepEqual(names.toSorted(), MEMBERS.map(({ name }) => name).toSorted());
});

test('the class itself: its kind, place, type parameters and constructors', () => {
  const { members: _, constructors, ...own } = surface;
  assert.deepEqual(own, {
    side: './store.ts#Store',
    name: 'Store',
    kind: 'class',
    typeParameters: [{ name: 'V', constraint: 'object', default: '{ id: number }', const: false }],
    place: at(1, 23),
  });
  assert.deepEqual(constructors, [
    {
      ...signature,
      abstract: true,
      typeParameters: [{ name: 'V', constraint: 'object', default: '{ id: number }', const: false }],
      parameters: [
        { ...parameter, name: 'path', type: 'string' },
        { ...parameter, name: 'options', type: '{ mode?: number | undefined; } | undefined', optional: true },
      ],
      result: 'Store<V>',
    },
  ]);
});
