/** How many lines {@link wrapSource} puts before the source. */
export const HEADER_LINES = 1;

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

/** Words that no variable of strict code may be named, and `inputs`, which is taken. */
const RESERVED = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export ' +
    'extends false finally for function if implements import in inputs instanceof interface let new null ' +
    'package private protected public return static super switch this throw true try typeof var void while ' +
    'with yield'
  ).split(' '),
);

/** The inputs that become variables: those with a name that a variable may have and that the source contains. */
export const variableNames = (source: string, inputNames: readonly string[]): readonly string[] =>
  inputNames.filter((name) => source.includes(name) && IDENTIFIER.test(name) && !RESERVED.has(name));

const isAsync = (source: string): boolean => /\bawait\b/.test(source);

/**
 * The source as the body of a method, to check its syntax a second time.
 *
 * A source that closes the wrapper's function and opens another one would pass {@link wrapSource}. It cannot
 * pass both: an arrow function in an array is only followed by `,` or `]`, a method in a class by neither.
 */
export const guardSource = (source: string): string =>
  `(class { ${isAsync(source) ? 'async ' : ''}body() {\n${source}\n} })`;

/**
 * The source as an expression: a function that takes the inputs and returns the body to run and a function
 * that reads `result`.
 *
 * Everything is inside one strict function, so nothing outlives the call. The body stands in a function of
 * its own: it may `return`, and declare `result` itself. A source with the word `await` becomes async.
 */
export const wrapSource = (source: string, variables: readonly string[]): string => {
  const body = isAsync(source) ? 'async () =>' : '() =>';
  const result = variables.includes('result') ? '' : ' let result;';
  return `(inputs => { "use strict"; let {${variables.join(',')}} = inputs;${result} return [${body} {
${source}
;return result
}, () => result]; })`;
};
