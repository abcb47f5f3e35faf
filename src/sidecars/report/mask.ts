/** What stands in the place of a secret. */
export const MASK = '***';

/**
 * Puts the mask between the first and the last group of each match.
 *
 * @param keepLines puts as many line ends there as the match had
 */
export const mask = (text: string, pattern: RegExp, keepLines: boolean): string =>
  text.replace(pattern, (all: string, ...groups: unknown[]) => {
    const before = typeof groups[0] === 'string' ? groups[0] : '';
    const strings = groups.slice(
      1,
      groups.findIndex((group) => typeof group === 'number'),
    );
    const after = strings.at(-1);
    const lineEnds = keepLines ? '\n'.repeat(all.slice(before.length).split('\n').length - 1) : '';
    return `${before}${MASK}${lineEnds}${typeof after === 'string' ? after : ''}`;
  });
