/** Shapes of methods, in turn: plain, optional, generic, overloaded by a union, options, callback, iterable. */
const SHAPES: readonly ((index: number) => readonly [parameters: string, result: string])[] = [
  (index) => [`key${index}: string`, 'string'],
  (index) => [`key: string, limit${index}?: number`, `{ id: ${index}; name: string }`],
  (index) => [`row: Row${index % 20}`, `Row${index % 20}[]`],
  () => ['visit: (key: string) => void, ...rest: number[]', 'number'],
  (index) => [`options: { mode${index}?: number; path: string }`, 'Map<string, number> | undefined'],
];

const members = (count: number, async: boolean, drifted: ReadonlySet<number>): string =>
  Array.from({ length: count }, (_, index) => {
    const shape = SHAPES[index % SHAPES.length];
    const [parameters, result] = shape?.(index) ?? ['', 'void'];
    const given = async ? `Promise<${drifted.has(index) ? 'symbol' : result}>` : result;
    return `  member${index}(${parameters}): ${given} { throw new Error('${index}'); }`;
  }).join('\n');

const rows = Array.from(
  { length: 20 },
  (_, index) => `export interface Row${index} { id: ${index}; name: string }`,
);

/** The source of a module with `Store` and `AsyncStore`, of `count` methods each, of which some drifted. */
export const generatedPair = (count: number, drifted: readonly number[] = []): string =>
  [
    ...rows,
    `export class Store {\n${members(count, false, new Set())}\n}`,
    `export class AsyncStore {\n${members(count, true, new Set(drifted))}\n}`,
  ].join('\n');
