export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [
    sorted[sorted.length % 2 === 1 ? middle : middle - 1],
    sorted[middle],
  ];
  return (low + high) / 2;
};

export const milliseconds = (value: number): string => `${value.toFixed(0)} ms`;
export const megabytes = (value: number): string => `${(value / 1e6).toFixed(1)} MB`;

/** `other` divided by `ours`, in the form `7.2 ×`. */
export const ratio = (ours: number, other: number): string =>
  ours > 0 ? `${(other / ours).toFixed(1)} ×` : '–';

/** Prints a Markdown table. */
export const printTable = (
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): void => {
  const widths = head.map((text, column) =>
    Math.max(text.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  console.log(
    [
      '',
      `## ${title}`,
      '',
      line(head),
      line(widths.map((width) => '-'.repeat(width))),
      ...rows.map(line),
    ].join('\n'),
  );
};
