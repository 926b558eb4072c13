import * as v from 'valibot';
import { FileContentError } from '../errors/file-content-error.ts';
import { FileOperationError } from '../errors/file-operation-error.ts';
import { type ConfinedPath, readPath, realPathOf } from './confined-path.ts';
import { ContentProblem, decodeContent, ENCODINGS, NO_REGULAR_FILE } from './file-content.ts';
import { namedFailure } from './file-failure.ts';
import { ask, type FileSteps, fileBody } from './file-steps.ts';
import { ConfigProblem, type NodeDefinition } from './node-definition.ts';
import { policyEntries } from './policy-schema.ts';
import { readConfig } from './read-config.ts';

const schema = v.strictObject({
  root: v.pipe(v.string(), v.nonEmpty()),
  encoding: v.exactOptional(v.picklist(ENCODINGS), 'text'),
  maxBytes: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1)), 64 * 1024 * 1024),
  path: v.exactOptional(v.string()),
  ...policyEntries,
});

/** The config of a `FileReadNode`; `maxBytes` is 64 MiB unless given. */
export type FileReadConfig = v.InferInput<typeof schema>;

/** The output of a `FileReadNode`: the path is relative to the root, with `/`. */
export type FileReadOutput = {
  readonly content: unknown;
  readonly path: string;
  readonly bytes: number;
};

/**
 * Reads a file inside of its `root`, links followed: as UTF-8 text, JSON or bytes.
 *
 * Where a link leads is looked at before the file is read. Whoever may change folders inside of the root at that very
 * moment can have another file read: give such programs another root.
 *
 * @example
 * ```ts
 * import { WorkflowBuilder } from 'lockstep';
 * new WorkflowBuilder().addNode('FileReadNode', 'orders', { root: './data', path: 'orders.json', encoding: 'json' });
 * ```
 */
export const fileReadNode: NodeDefinition<FileReadConfig, FileReadOutput, 'path'> = {
  type: 'FileReadNode',
  inputs: { path: { required: true } },
  parameters: 'declared',
  prepare: (written) => {
    const config = readConfig(schema, written);
    if (config instanceof ConfigProblem) return config;
    return {
      config,
      outputs: ['content', 'path', 'bytes'],
      behaviour: fileBody(function* ({ path }) {
        const confined = readPath(path, config.root);
        const bytes = yield* namedFailure('read', confined, readBytes(confined, config.maxBytes));
        const content = decodeContent(bytes, config.encoding);
        if (content instanceof ContentProblem) {
          throw new FileContentError(confined.path, confined.root, content.detail);
        }
        return { content, path: confined.name, bytes: bytes.length } satisfies FileReadOutput;
      }),
    };
  },
};

function* readBytes(confined: ConfinedPath, maxBytes: number): FileSteps<Uint8Array> {
  const { path, root } = confined;
  const real = yield* realPathOf(confined);
  const stats = yield* ask((files) => files.stat(real));
  // To open a pipe or a device could block for ever.
  if (!stats.isFile()) {
    throw stats.isDirectory()
      ? new FileOperationError('read', path, root, 'EISDIR')
      : new FileContentError(path, root, NO_REGULAR_FILE);
  }
  const bytes = stats.size > maxBytes ? undefined : yield* ask((files) => files.read(real));
  // It may have grown since it was looked at.
  if (bytes === undefined || bytes.length > maxBytes) {
    throw new FileContentError(
      path,
      root,
      `takes ${bytes?.length ?? stats.size} bytes, and maxBytes is ${maxBytes}. Raise maxBytes, or split the file.`,
    );
  }
  return bytes;
}
