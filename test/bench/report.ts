/** One thing measured, and the limit it is held to, where there is one. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** What the value is made of. */
  readonly detail?: string;
  readonly limit?: { readonly atMost: number } | { readonly atLeast: number };
}

/** Whether a figure keeps to its limit. */
export const holds = ({ value, limit }: Figure): boolean => {
  if (limit === undefined) return true;
  return 'atMost' in limit ? value <= limit.atMost : value >= limit.atLeast;
};

/** Prints figures as a table; a missed limit makes the process fail. */
export const report = (title: string, figures: readonly Figure[]): undefined => {
  const rows = figures.map((figure) => [
    figure.what,
    `${digits(figure.value)} ${figure.unit}`,
    limitOf(figure),
    figure.limit === undefined ? '' : holds(figure) ? 'pass' : 'MISS',
    figure.detail ?? '',
  ]);
  const widths = rows.reduce<readonly number[]>(
    (widest, row) => row.map((cell, column) => Math.max(cell.length, widest[column] ?? 0)),
    [],
  );
  console.log(`\n${title}`);
  for (const row of rows) {
    console.log(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
  }
  if (!figures.every(holds)) process.exitCode = 1;
};

const limitOf = ({ limit }: Figure): string => {
  if (limit === undefined) return '';
  return 'atMost' in limit ? `≤ ${digits(limit.atMost)}` : `≥ ${digits(limit.atLeast)}`;
};

const digits = (value: number): string => value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);
