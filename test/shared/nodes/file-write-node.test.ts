import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'node:test';
import {
  FileContentError,
  FileOperationError,
  type FileWriteConfig,
  PathOutsideRootError,
  WorkflowBuilder,
} from '../../../src/index.ts';
import { assertError } from '../runtime/assert-error.ts';
import { executeRuntime } from '../runtime/execute-runtime.ts';
import { forEachSide } from '../runtime/for-each-side.ts';
import { kits } from '../runtime/kits.ts';
import { failingRun } from '../runtime/still-works.ts';
import { causeOf } from './cause-of.ts';
import { freshRoot, makePipe, namesIn, outside, root } from './file-root.ts';

type Config = Omit<FileWriteConfig, 'root'>;

const writing = (config: Config) =>
  new WorkflowBuilder().addNode('FileWriteNode', 'file', { root, ...config }).build();

const rows: readonly [name: string, config: Config, written: string | Buffer][] = [
  ['text', { path: 'new.txt', content: 'é😀' }, 'é😀'],
  ['no_text', { path: 'new.txt', content: '' }, ''],
  [
    'json',
    { path: 'new.json', content: { a: [1, null] }, encoding: 'json' },
    '{\n  "a": [\n    1,\n    null\n  ]\n}\n',
  ],
  ['bytes', { path: 'new.bin', content: new Uint8Array([0, 255]), encoding: 'bytes' }, Buffer.from([0, 255])],
  ['over_a_file', { path: 'a.txt', content: 'new' }, 'new'],
  ['into_new_folders', { path: 'x/y/z.txt', content: 'deep', makeFolders: true }, 'deep'],
  ['where_nothing_is', { path: 'new.txt', content: 'first', overwrite: false }, 'first'],
];

const outsideRows: readonly [name: string, config: Config][] = [
  ['dots', { path: '../outside/new.txt', content: '' }],
  ['a_folder_linked_outside', { path: 'folder-outside/new.txt', content: '' }],
  ['a_new_folder_below_a_link', { path: 'folder-outside/x/y.txt', content: '', makeFolders: true }],
];

const failing: readonly [name: string, config: Config, reason: string, ...says: string[]][] = [
  ['into_a_missing_folder', { path: 'x/y.txt', content: '' }, 'ENOENT', 'no such file or folder'],
  ['over_a_folder', { path: 'folder', content: '' }, 'EISDIR', 'it is a folder'],
  [
    'over_a_file_that_is_to_be_kept',
    { path: 'a.txt', content: '', overwrite: false },
    'EEXIST',
    'overwrite: true',
  ],
  [
    'below_a_file',
    { path: 'a.txt/b', content: '', makeFolders: true },
    'ENOTDIR',
    'a part of the path is a file',
  ],
  [
    'below_a_link_to_nowhere',
    { path: 'link-nowhere/b', content: '', makeFolders: true },
    'ENOENT',
    'no such file or folder',
  ],
  ['a_name_too_long', { path: 'n'.repeat(300), content: '' }, 'ENAMETOOLONG', 'Shorten it'],
];

const contents: readonly [name: string, config: Config, ...says: string[]][] = [
  ['an_object_as_text', { path: 'n', content: { a: 1 } }, 'must be a string', "encoding: 'json'"],
  ['text_as_bytes', { path: 'n', content: 'a', encoding: 'bytes' }, 'Uint8Array', "'text'"],
  ['a_function_as_json', { path: 'n', content: { f: () => 1 }, encoding: 'json' }, 'content.f', 'JSON'],
  [
    'a_number_that_json_lacks',
    { path: 'n', content: { n: Number.NaN }, encoding: 'json' },
    'content.n',
    'NaN',
  ],
  [
    'a_whole_number_beyond_json',
    { path: 'n', content: { n: 9_007_199_254_740_993n }, encoding: 'json' },
    'content.n is 9007199254740993n',
    'give it as text',
  ],
];

/** Why an error that names the draft is another in each run. */
const mayDiffer = 'the file that is renamed has a random name, and the cause of the error says it';

describe('TestSharedFileWriteNode', () => {
  forEachSide(kits, ({ Runtime }, test) => {
    for (const [name, config, written] of rows) {
      test(`test_write_${name}`, async () => {
        freshRoot();
        const path = String(config.path);
        const results = await executeRuntime(new Runtime(), writing(config));
        const bytes = readFileSync(join(root, path));
        assert.deepEqual(bytes, Buffer.from(written as string));
        assert.deepEqual({ ...results.file }, { path, bytes: bytes.length });
      });
    }

    test('test_write_leaves_nothing_else_behind', { mayDiffer }, async () => {
      freshRoot();
      const before = namesIn(root);
      await executeRuntime(new Runtime(), writing({ path: 'a.txt', content: 'new' }));
      await failingRun(new Runtime(), writing({ path: 'a.txt', content: 'new', overwrite: false }));
      assert.deepEqual(namesIn(root), before);
    });

    test('test_write_replaces_a_link_and_follows_it_not', async () => {
      freshRoot();
      await executeRuntime(new Runtime(), writing({ path: 'link-outside', content: 'mine' }));
      assert.ok(lstatSync(join(root, 'link-outside')).isFile());
      assert.equal(readFileSync(join(outside, 'secret.txt'), 'utf8'), 'secret');
    });

    test('test_write_keeps_the_permissions_of_a_file', async () => {
      freshRoot();
      chmodSync(join(root, 'a.txt'), 0o600);
      await executeRuntime(new Runtime(), writing({ path: 'a.txt', content: 'new' }));
      assert.equal(statSync(join(root, 'a.txt')).mode & 0o777, 0o600);
    });

    test('test_write_what_an_edge_gives', async () => {
      freshRoot();
      const workflow = new WorkflowBuilder()
        .addNode('FileReadNode', 'from', { root, path: 'data.json', encoding: 'json' })
        .addNode('TransformNode', 'list', { expression: 'content.list' })
        .addNode('FileWriteNode', 'to', { root, path: 'list.json', encoding: 'json' })
        .addConnection('from', 'content', 'list', 'content')
        .addConnection('list', 'result', 'to', 'content')
        .build();
      await executeRuntime(new Runtime(), workflow);
      assert.deepEqual(JSON.parse(readFileSync(join(root, 'list.json'), 'utf8')), [1, null, 'x']);
    });

    test('test_write_over_a_pipe_leaves_it_there', async () => {
      freshRoot();
      makePipe('pipe');
      const error = await failingRun(new Runtime(), writing({ path: 'pipe', content: 'mine' }));
      assertError(causeOf(error), FileContentError, "'pipe'", root, 'no regular file');
      assert.ok(lstatSync(join(root, 'pipe')).isFIFO());
    });

    for (const [name, config] of outsideRows) {
      test(`test_write_outside_by_${name}`, async () => {
        freshRoot();
        const error = await failingRun(new Runtime(), writing(config));
        assertError(causeOf(error), PathOutsideRootError, `'${config.path}'`, root, 'leads outside');
        assert.deepEqual(namesIn(outside), ['secret.txt']);
      });
    }

    for (const [name, config, reason, ...says] of failing) {
      const body = async (): Promise<undefined> => {
        freshRoot();
        const cause = causeOf(await failingRun(new Runtime(), writing(config)));
        assertError(cause, FileOperationError, `Cannot write '${config.path}'`, root, ...says);
        assert.equal(cause.reason, reason);
        const drafts = namesIn(root).filter((each) => each.endsWith('.tmp'));
        assert.deepEqual(drafts, []);
      };
      if (reason === 'EEXIST') test(`test_write_${name}`, { mayDiffer }, body);
      else test(`test_write_${name}`, body);
    }

    for (const [name, config, ...says] of contents) {
      test(`test_write_refuses_${name}`, async () => {
        freshRoot();
        const error = await failingRun(new Runtime(), writing(config));
        assertError(causeOf(error), FileContentError, "'n'", root, ...says);
      });
    }
  });
});
