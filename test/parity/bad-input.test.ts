import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { checkPair, checkPairs } from '../../parity/check-pair.ts';
import { ToolkitError } from '../../parity/errors/toolkit-error.ts';

const folder = mkdtempSync(join(tmpdir(), 'lockstep-bad-input-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, content: string | Uint8Array): void =>
  writeFileSync(join(folder, name), content);

write('tsconfig.json', '{ "compilerOptions": { "strict": true, "types": [] } }');
write('store.ts', 'export class Store { get(key: string): string { return key; } }');
write(
  'async-store.ts',
  'export class AsyncStore { async get(key: string): Promise<string> { return key; } }',
);
write('other.ts', 'export class Other { run(): void {} }');
write('broken.ts', 'export class Broken {\n  get(key: string: string {}\n}\n');
write(
  'latin1.ts',
  Buffer.from('export class Latin { get(key: string): string { return "\xe9"; } }', 'latin1'),
);
write('script.ts', 'const nothing = 1;\n');
write('empty.ts', 'export {};\n');
mkdirSync(join(folder, 'folder'));

const check = (sync: string, async: string) => checkPair({ name: 'pair', sync, async }, { cwd: folder });

const refused = (sync: string, async: string, message: RegExp): void => {
  assert.throws(
    () => check(sync, async),
    (error) => {
      assert.ok(error instanceof ToolkitError, String(error));
      assert.equal(error.exitStatus, 2);
      assert.match(error.message, message);
      assert.doesNotMatch(error.message, /\n/);
      return true;
    },
  );
};

const ASYNC = './async-store.ts#AsyncStore';

describe('what cannot be compared is refused in a sentence', () => {
  test('a relative module that is not there', () => {
    refused(
      './stor.ts#Store',
      ASYNC,
      /^The module '\.\/stor\.ts' does not resolve\. Change it to the path of a file/,
    );
  });

  test('a file that is named without the dot, and a folder', () => {
    refused('store.ts#Store', ASYNC, /'store\.ts' does not resolve\. Did you mean '\.\/store\.ts'\?/);
    refused(
      './folder#Store',
      ASYNC,
      /'\.\/folder' is a folder without an index\. Change it to the path of a file/,
    );
  });

  test('a package that is not installed', () => {
    refused(
      '@acme/store#Store',
      ASYNC,
      /'@acme\/store' does not resolve\. Install it .* '@types\/acme__store'/,
    );
  });

  test('a module that Node.js has not, with the likeliest', () => {
    refused('node:fz', 'node:fs/promises', /Node\.js [\d.]+ has no such module\. Did you mean 'node:fs'\?/);
  });

  test('a module of Node.js without its types', () => {
    refused('node:fs#*Sync', 'node:fs/promises#*', /npm install -D @types\/node/);
  });

  test('a file that exports nothing', () => {
    refused('./script.ts#Store', ASYNC, /'\.\/script\.ts' is no module: it exports nothing/);
  });

  test('an export that is not there, with the likeliest', () => {
    refused('./store.ts#Stor', ASYNC, /names 'Stor', which is not there\. Did you mean 'Store'\?/);
  });

  test('a member that is not there', () => {
    refused('./store.ts#Store.gett', ASYNC, /names 'gett'.*Did you mean 'get'\?/);
  });

  test('a syntax error, with its place', () => {
    refused('./broken.ts#Broken', ASYNC, /^broken\.ts:2:\d+ cannot be read: /);
  });

  test('a file that is not UTF-8', () => {
    refused('./latin1.ts#Latin', ASYNC, /^latin1\.ts:1:1 cannot be read: it is not UTF-8/);
  });

  test('a pair with itself, by its text and by what it names', () => {
    refused('./store.ts#Store', './store.ts#Store', /compares '\.\/store\.ts#Store' with itself/);
    refused('./store.ts#Store', './store#Store', /with itself/);
  });

  test('no member in common', () => {
    refused('./other.ts#Other', ASYNC, /have no member in common/);
    refused('./empty.ts', './store.ts', /have no member in common/);
  });

  test('no pair at all', () => {
    assert.throws(() => checkPairs([], { cwd: folder }), /There are no pairs/);
  });

  test('a side that is no side', () => {
    refused('', ASYNC, /'' is not a side: the module is missing/);
    refused('./store.ts#', ASYNC, /a name after the # is empty/);
    refused('./store.ts#*a*', ASYNC, /more than one \*/);
    refused('./store.ts#*Sync.x', ASYNC, /only the last name may hold a \*/);
  });

  test('a project that cannot be read, with the place', () => {
    const project = (tsconfig: string) => () =>
      checkPair({ name: 'p', sync: './store.ts#Store', async: ASYNC }, { cwd: folder, tsconfig });
    const fails = (text: string, message: RegExp): void => {
      write('faulty.json', text);
      assert.throws(project('./faulty.json'), (error) => {
        assert.ok(error instanceof ToolkitError);
        assert.match(error.message, message);
        return true;
      });
    };
    fails('{ "compilerOptions": { "strict": tru } }', /^faulty\.json:1:34 cannot be read: Property value/);
    fails(
      '{ "extends": "@acme/base" }',
      /^faulty\.json:1:14 cannot be read: File '@acme\/base' not found\. Mend/,
    );
    fails(
      '{ "extends": "./base.json" }',
      /^faulty\.json cannot be read: Cannot read file 'base\.json'\. Mend/,
    );
    fails('{ "extends": "./faulty.json" }', /^faulty\.json cannot be read: it extends itself\. Mend/);
    write('faulty.json', '{ "compilerOptions": { "strict": true, "goneInTypeScript7": 1 } }');
    assert.deepEqual(project('./faulty.json')().findings, []);
  });

  test('a project that is not there', () => {
    assert.throws(
      () =>
        checkPair(
          { name: 'p', sync: './store.ts#Store', async: ASYNC },
          { cwd: folder, tsconfig: './no.json' },
        ),
      (error) => error instanceof ToolkitError && /'no\.json' is not there/.test(error.message),
    );
  });
});

describe('what is only large or strange is compared', () => {
  test('types that lead back to themselves', () => {
    const tree = (name: string, of: (type: string) => string): string => `
      export interface ${name}Tree<T> { value: T; children: ${name}Tree<T[]>[]; parent?: ${name}Tree<T> }
      export class ${name}Store { tree(): ${of(`${name}Tree<string>`)} { throw 0; } self(): ${of('this')} { throw 0; } }`;
    write('cyclic.ts', tree('', (type) => type) + tree('Async', (type) => `Promise<${type}>`));
    assert.deepEqual(check('./cyclic.ts#Store', './cyclic.ts#AsyncStore').findings, []);
  });

  test('5,000 overloads, of which one was lost', () => {
    const overloads = (count: number, of: (type: string) => string): string =>
      Array.from({ length: count }, (_, index) => `get(key: 'k${index}'): ${of(`${index}`)};`).join('\n');
    write(
      'overloads.ts',
      `export interface Store { ${overloads(5000, (type) => type)} }
       export interface AsyncStore { ${overloads(4999, (type) => `Promise<${type}>`)} }`,
    );
    const { findings } = check('./overloads.ts#Store', './overloads.ts#AsyncStore');
    assert.deepEqual(
      findings.map((each) => each.check),
      ['lost-overload'],
    );
  });

  test('columns are counted in UTF-16 units, whatever stands before', () => {
    write('wide.ts', 'export class Wide { /* 𝒳é */ get(key: string): string { return key; } }');
    write(
      'async-wide.ts',
      'export class AsyncWide { /* 𝒳é */ async get(key: number): Promise<string> { return ""; } }',
    );
    const [finding] = check('./wide.ts#Wide', './async-wide.ts#AsyncWide').findings;
    assert.deepEqual([finding?.line, finding?.column], [1, 42]);
  });
});
