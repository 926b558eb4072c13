import type { Pair } from './report-model.ts';

/** The files that the sides of the pairs live in, sorted; packages and built-in modules are left out. */
const sourceFiles = (pairs: readonly Pair[]): readonly string[] =>
  [
    ...new Set(
      pairs
        .flatMap((pair) => [pair.sync, pair.async])
        .filter((side) => side.startsWith('./'))
        .map((side) => side.slice(2, side.indexOf('#'))),
    ),
  ].toSorted();

/** `tsconfig.parity.json`: the compiler's own gate over the pairs, strict even where the project is not. */
export const gateText = (pairs: readonly Pair[], hasTsconfig: boolean): string => {
  const files = sourceFiles(pairs);
  const options = {
    ...(hasTsconfig ? {} : { module: 'nodenext', target: 'es2023' }),
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    ...(files.some((file) => /\.[cm]?js$/.test(file)) ? { allowJs: true } : {}),
  };
  const config = {
    ...(hasTsconfig ? { extends: './tsconfig.json' } : {}),
    compilerOptions: options,
    // Without a pair, what the project itself includes.
    ...(files.length > 0 ? { include: files } : hasTsconfig ? {} : { include: ['**/*'] }),
  };
  return `${JSON.stringify(config, null, 2)}\n`;
};
