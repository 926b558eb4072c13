import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { FileContentError } from '../errors/file-content-error.ts';
import { FileOperationError } from '../errors/file-operation-error.ts';
import { type ConfinedPath, newPathOf, readPath } from './confined-path.ts';
import { ContentProblem, ENCODINGS, encodeContent, NO_REGULAR_FILE } from './file-content.ts';
import { namedFailure } from './file-failure.ts';
import { ask, askForWhatMayBeMissing, type FileSteps, fileBody } from './file-steps.ts';
import { ConfigProblem, type NodeDefinition } from './node-definition.ts';
import { policyEntries } from './policy-schema.ts';
import { readConfig } from './read-config.ts';

const schema = v.strictObject({
  root: v.pipe(v.string(), v.nonEmpty()),
  encoding: v.exactOptional(v.picklist(ENCODINGS), 'text'),
  overwrite: v.exactOptional(v.boolean(), true),
  makeFolders: v.exactOptional(v.boolean(), false),
  path: v.exactOptional(v.string()),
  content: v.exactOptional(v.unknown()),
  ...policyEntries,
});

/** The config of a `FileWriteNode`. */
export type FileWriteConfig = v.InferInput<typeof schema>;

type ReadFileWriteConfig = v.InferOutput<typeof schema>;

/** The output of a `FileWriteNode`: the path is relative to the root, with `/`. */
export type FileWriteOutput = {
  readonly path: string;
  readonly bytes: number;
};

/**
 * Writes a file inside of its `root`: whole or not at all, under a name of its own that is then changed to the file's. A
 * file that is replaced keeps its permissions; a link that is replaced is not followed.
 *
 * @example
 * ```ts
 * import { WorkflowBuilder } from 'lockstep';
 * new WorkflowBuilder().addNode('FileWriteNode', 'report', { root: './out', path: 'report.json', encoding: 'json' });
 * ```
 */
export const fileWriteNode: NodeDefinition<FileWriteConfig, FileWriteOutput, 'path' | 'content'> = {
  type: 'FileWriteNode',
  inputs: { path: { required: true }, content: { required: true } },
  parameters: 'declared',
  prepare: (written) => {
    const config = readConfig(schema, written);
    if (config instanceof ConfigProblem) return config;
    return {
      config,
      outputs: ['path', 'bytes'],
      behaviour: fileBody(function* ({ path, content }, { signal }) {
        const confined = readPath(path, config.root);
        const bytes = encodeContent(content, config.encoding);
        if (bytes instanceof ContentProblem) {
          throw new FileContentError(confined.path, confined.root, bytes.detail);
        }
        yield* namedFailure('write', confined, writeBytes(confined, bytes, config, signal));
        return { path: confined.name, bytes: bytes.length } satisfies FileWriteOutput;
      }),
    };
  },
};

function* writeBytes(
  confined: ConfinedPath,
  bytes: Uint8Array,
  { makeFolders, overwrite }: ReadFileWriteConfig,
  signal: AbortSignal,
): FileSteps<undefined> {
  const target = yield* newPathOf(confined, makeFolders);
  const replaced = yield* askForWhatMayBeMissing((files) => files.lstat(target));
  if (replaced?.isDirectory()) throw new FileOperationError('write', confined.path, confined.root, 'EISDIR');
  // To rename a file over a device or a pipe would take it from everybody who uses it.
  if (replaced !== undefined && !replaced.isFile() && !replaced.isSymbolicLink()) {
    throw new FileContentError(confined.path, confined.root, NO_REGULAR_FILE);
  }
  const draft = join(dirname(target), `.${randomUUID()}.tmp`);
  try {
    yield* ask((files) => files.create(draft, bytes));
    if (replaced?.isFile()) yield* ask((files) => files.chmod(draft, replaced.mode & 0o777));
    // Nobody wants the result any more: the file stays as it is.
    signal.throwIfAborted();
    // Only a link fails where the name is taken.
    if (overwrite) yield* ask((files) => files.rename(draft, target));
    else yield* ask((files) => files.link(draft, target));
  } finally {
    yield* ask((files) => files.remove(draft));
  }
}
