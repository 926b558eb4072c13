import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A fenced block of TypeScript in a page or a doc comment, and the block of text that follows it. */
export interface DocBlock {
  /** Where it stands: a path and a line. */
  readonly place: string;
  readonly code: string;
  /** What stands behind `ts` in the fence, such as `refused`. */
  readonly mark: string;
  /** The text block right after it: what the program prints, or what the compiler says. */
  readonly output: string | undefined;
}

const FENCE = /^```(\w+) ?(\w*)\n([\s\S]*?)\n```$/gm;

const blocksOf = (path: string, text: string): readonly DocBlock[] => {
  const fences = [...text.matchAll(FENCE)];
  return fences.flatMap((fence, index) => {
    const [fenced, language, mark = '', code = ''] = fence;
    if (language !== 'ts') return [];
    const line = text.slice(0, fence.index).split('\n').length;
    const next = fences[index + 1];
    const between = next === undefined ? '' : text.slice(fence.index + fenced.length, next.index);
    const isFollowed = next?.[1] === 'text' && !between.includes('#') && between.trim().length < 200;
    // A page may leave a body out.
    const whole = code.replaceAll('{ … }', '{ throw new Error(); }');
    return [{ place: `${path}:${line}`, code: whole, mark, output: isFollowed ? next[3] : undefined }];
  });
};

const filesIn = (folder: string, extension: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(extension))
    .map((name) => join(folder, name))
    .sort();

/** A page that a user reads. */
export interface Page {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/** The pages that a user reads. */
export const pages = (): readonly Page[] =>
  ['README.md', ...['types', 'src', 'parity'].flatMap((folder) => filesIn(folder, '.md'))].map((path) => ({
    path,
    text: readFileSync(join(root, path), 'utf8'),
  }));

/** The blocks of the pages that a user reads. */
export const pageBlocks = (): readonly DocBlock[] =>
  pages().flatMap(({ path, text }) => blocksOf(path, text));

/** The examples in the doc comments of the sources. */
export const commentBlocks = (): readonly DocBlock[] =>
  ['types', 'src', 'parity']
    .flatMap((folder) => filesIn(folder, '.ts'))
    .flatMap((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      // The stars go, the lines stay, so that a line number in a page is one in the file.
      const comments = text.replace(/^.*$/gm, (line) =>
        /^\s*\*/.test(line) ? line.replace(/^\s*\* ?/, '') : '',
      );
      return blocksOf(path, comments).map((block) => ({
        ...block,
        code: withImports(block.code, path, text),
      }));
    });

// An example of an internal function speaks of what its own file exports without a line of import.
const withImports = (code: string, path: string, source: string): string => {
  const exported = [...source.matchAll(/^export (?:const|class|function\*?|interface|type) (\w+)/gm)];
  const names = exported
    .map(([, name = '']) => name)
    .filter((name) => new RegExp(`\\b${name}\\b`).test(code));
  const placed = code.replaceAll("from './", `from '${join(root, dirname(path))}/`);
  if (/^import .*'lockstep/m.test(code) || names.length === 0) return placed;
  return `import { ${names.join(', ')} } from '${join(root, path)}';\n${placed}`;
};
