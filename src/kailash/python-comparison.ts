import type { JsonValue } from '../../types/json.ts';
import type { ConvergenceCondition, Operator } from '../../types/workflow.ts';

const COMPARISON = /^(.+?)\s*(==|!=|>=|<=|>|<|\bnot\s+in\b|\bin\b|\bis\s+not\b|\bis\b)\s*(.+)$/s;
const TURNED: Readonly<Record<string, Operator>> = {
  '==': '==',
  '!=': '!=',
  '>': '<',
  '<': '>',
  '>=': '<=',
  '<=': '>=',
};
/** A comparison of what a name or path such as `n` or `node.n` stands for with a value. */
export interface PythonComparison extends Pick<ConvergenceCondition, 'operator' | 'value'> {
  /** The segments of the path. */
  readonly path: readonly string[];
}

/** One comparison of a name with a literal in Python's syntax, whichever stands first; `undefined` if it is anything else. */
export const pythonComparison = (expression: string): PythonComparison | undefined => {
  const [, left = '', written = '', right = ''] = COMPARISON.exec(expression.trim()) ?? [];
  const operator = written.replace(/\s+/g, ' ');
  const [first, second] = [nameIn(left), nameIn(right)];
  const path = first ?? second;
  const literal = literalIn(first === undefined ? left : right);
  if (path === undefined || literal === undefined || (first !== undefined && second !== undefined)) {
    return undefined;
  }
  const condition = conditionOf(operator, literal.value, first === undefined);
  return condition === undefined ? undefined : { path, ...condition };
};

const conditionOf = (
  operator: string,
  value: JsonValue,
  isTurned: boolean,
): Pick<ConvergenceCondition, 'operator' | 'value'> | undefined => {
  if (operator === 'is' || operator === 'is not') {
    if (value !== null || isTurned) return undefined;
    return { operator: operator === 'is' ? 'is_null' : 'is_not_null' };
  }
  if (operator === 'in') {
    if (isTurned) return { operator: 'contains', value };
    return Array.isArray(value) || typeof value === 'string' ? { operator: 'in', value } : undefined;
  }
  if (value === null && operator === '==') return { operator: 'is_null' };
  if (value === null && operator === '!=') return { operator: 'is_not_null' };
  const turned = TURNED[operator];
  // Python orders True and False like 1 and 0, and has no order for None or lists here.
  const isOrdered = typeof value === 'number' || typeof value === 'string';
  if (turned === undefined || (!isOrdered && operator !== '==' && operator !== '!=')) return undefined;
  return { operator: isTurned ? turned : (operator as Operator), value };
};

const NAME = /^[A-Za-z_]\w*$/;
const KEYWORDS = new Set(['True', 'False', 'None', 'not', 'and', 'or', 'in', 'is', 'if', 'else', 'lambda']);

/** The segments of `name`, `results['node']['name']`, `node['name']` or `node.get('name')`. */
const nameIn = (text: string): readonly string[] | undefined => {
  const segments = text
    .trim()
    .replace(/\.get\(\s*(['"]\w+['"])\s*\)/g, '[$1]')
    .replace(/\[\s*(['"])(\w+)\1\s*\]/g, '.$2')
    .split('.');
  if (!segments.every((each) => NAME.test(each)) || KEYWORDS.has(segments[0] ?? '')) return undefined;
  return segments[0] === 'results' && segments.length > 2 ? segments.slice(1) : segments;
};

const NUMBER = /^[+-]?(\d[\d_]*(\.[\d_]*)?|\.\d[\d_]*)(e[+-]?\d+)?$/i;
const WORDS = new Map<string, JsonValue>([
  ['True', true],
  ['False', false],
  ['None', null],
]);

const literalIn = (written: string): { readonly value: JsonValue } | undefined => {
  const text = written.trim();
  const word = WORDS.get(text);
  if (word !== undefined) return { value: word };
  if (NUMBER.test(text)) {
    const value = Number(text.replaceAll('_', ''));
    // Python counts on without an end.
    return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? { value } : undefined;
  }
  // Escapes differ between languages: text with one is left to whoever wrote it.
  const quoted = /^(?:'([^'\\]*)'|"([^"\\]*)")$/s.exec(text);
  if (quoted !== null) return { value: quoted[1] ?? quoted[2] ?? '' };
  const list = /^[[(](.*)[\])]$/s.exec(text)?.[1];
  if (list === undefined || /[[\](){}]/.test(list)) return undefined;
  const parts = list.split(',').filter((each, index, all) => each.trim() !== '' || index < all.length - 1);
  const values = parts.map(literalIn);
  return values.every((each) => each !== undefined) ? { value: values.map(({ value }) => value) } : undefined;
};
