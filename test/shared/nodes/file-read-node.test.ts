import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe } from 'node:test';
import {
  FileContentError,
  FileOperationError,
  type FileReadConfig,
  InvalidConfigError,
  PathOutsideRootError,
  WorkflowBuilder,
} from '../../../src/index.ts';
import { assertError, thrownBy } from '../runtime/assert-error.ts';
import { executeRuntime } from '../runtime/execute-runtime.ts';
import { forEachSide } from '../runtime/for-each-side.ts';
import { kits } from '../runtime/kits.ts';
import { assertStillWorks, failingRun } from '../runtime/still-works.ts';
import { causeOf } from './cause-of.ts';
import { freshRoot, makePipe, root } from './file-root.ts';

const reading = (config: Omit<FileReadConfig, 'root'>) =>
  new WorkflowBuilder().addNode('FileReadNode', 'file', { root, ...config }).build();

const rows: readonly [name: string, config: Omit<FileReadConfig, 'root'>, output: unknown][] = [
  ['text', { path: 'a.txt' }, { content: 'héllo 😀\n', path: 'a.txt', bytes: 12 }],
  [
    'text_without_its_byte_order_mark',
    { path: 'marked.txt' },
    { content: 'marked', path: 'marked.txt', bytes: 9 },
  ],
  ['an_empty_file', { path: 'empty.txt' }, { content: '', path: 'empty.txt', bytes: 0 }],
  [
    'json',
    { path: 'data.json', encoding: 'json' },
    { content: { list: [1, null, 'x'] }, path: 'data.json', bytes: 26 },
  ],
  [
    'bytes',
    { path: 'latin1.txt', encoding: 'bytes' },
    { content: new Uint8Array([0x68, 0xe9]), path: 'latin1.txt', bytes: 2 },
  ],
  ['a_link_inside', { path: 'link-inside' }, { content: 'héllo 😀\n', path: 'link-inside', bytes: 12 }],
  [
    'a_path_that_is_not_normal',
    { path: './folder/../a.txt' },
    { content: 'héllo 😀\n', path: 'a.txt', bytes: 12 },
  ],
  ['just_max_bytes', { path: 'a.txt', maxBytes: 12 }, { content: 'héllo 😀\n', path: 'a.txt', bytes: 12 }],
];

const outsideRows: readonly [name: string, path: string, ...says: string[]][] = [
  ['dots', '../outside/secret.txt', 'leads outside'],
  ['dots_in_the_middle', 'folder/../../outside/secret.txt', 'leads outside'],
  ['an_absolute_path', join(root, 'a.txt'), 'is absolute'],
  ['an_absolute_path_of_windows', 'C:\\a.txt', 'is absolute'],
  ['a_link_outside', 'link-outside', 'through a link'],
  ['a_folder_linked_outside', 'folder-outside/secret.txt', 'through a link'],
  ['the_root_itself', '.', 'the root itself'],
  ['an_empty_path', '', 'no path'],
  ['a_null_byte', 'a.txt\0.png', 'no path'],
];

const failing: readonly [name: string, path: string, reason: string, ...says: string[]][] = [
  ['a_missing_file', 'nope.txt', 'ENOENT', 'no such file', 'Create it first'],
  ['a_link_to_nowhere', 'link-nowhere', 'ENOENT', 'no such file'],
  ['links_in_a_circle', 'circle', 'ELOOP', 'circle'],
  ['a_folder', 'folder', 'EISDIR', 'it is a folder'],
  ['a_file_as_a_folder', 'a.txt/b', 'ENOTDIR', 'a part of the path is a file'],
];

describe('TestSharedFileReadNode', () => {
  forEachSide(kits, ({ Runtime }, test) => {
    for (const [name, config, output] of rows) {
      test(`test_read_${name}`, async () => {
        freshRoot();
        const results = await executeRuntime(new Runtime(), reading(config));
        assert.deepEqual({ ...results.file }, output);
      });
    }

    test('test_read_a_path_from_an_edge', async () => {
      freshRoot();
      const workflow = new WorkflowBuilder()
        .addNode('CodeNode', 'name', { code: "result = { path: 'data.json' }" })
        .addNode('FileReadNode', 'file', { root, encoding: 'json' })
        .addConnection('name', 'path', 'file', 'path')
        .build();
      const results = await executeRuntime(new Runtime(), workflow);
      assert.deepEqual(results.file?.content, { list: [1, null, 'x'] });
    });

    for (const [name, path, ...says] of outsideRows) {
      test(`test_read_outside_by_${name}`, async () => {
        freshRoot();
        const error = await failingRun(new Runtime(), reading({ path }));
        assertError(causeOf(error), PathOutsideRootError, `'${path}'`, root, 'Give a path relative', ...says);
      });
    }

    for (const [name, path, reason, ...says] of failing) {
      test(`test_read_${name}`, async () => {
        freshRoot();
        const cause = causeOf(await failingRun(new Runtime(), reading({ path })));
        assertError(cause, FileOperationError, `Cannot read '${path}'`, root, ...says);
        assert.equal(cause.reason, reason);
      });
    }

    const contents: readonly [name: string, config: Omit<FileReadConfig, 'root'>, ...says: string[]][] = [
      ['no_utf_8', { path: 'latin1.txt' }, 'no UTF-8', "encoding: 'bytes'"],
      ['no_json', { path: 'a.txt', encoding: 'json' }, 'no JSON', "encoding: 'text'"],
      ['too_large', { path: 'a.txt', maxBytes: 11 }, '12 bytes', 'maxBytes is 11', 'Raise'],
    ];
    for (const [name, config, ...says] of contents) {
      test(`test_read_what_is_${name}`, async () => {
        freshRoot();
        const error = await failingRun(new Runtime(), reading(config));
        assertError(causeOf(error), FileContentError, `'${config.path}'`, root, ...says);
      });
    }

    test('test_read_a_pipe_does_not_block', async () => {
      freshRoot();
      makePipe('pipe');
      const error = await failingRun(new Runtime(), reading({ path: 'pipe' }));
      assertError(causeOf(error), FileContentError, "'pipe'", 'no regular file');
    });

    test('test_a_read_without_a_root_is_refused', async () => {
      const builder: WorkflowBuilder = new WorkflowBuilder();
      Reflect.apply(builder.addNode, builder, ['FileReadNode', 'file', { path: 'a.txt', encoding: 'utf8' }]);
      const error = await thrownBy(() => builder.build());
      assertError(
        error,
        InvalidConfigError,
        "'file' (FileReadNode)",
        "'root' is missing",
        "'utf8'",
        "'text'",
      );
      await assertStillWorks(new Runtime());
    });
  });
});
