import type { ShellScript } from './shellScript';
import { UNKNOWN, wordText, type Constants } from './words';

/** The variables that a script sets once, to a text that it holds itself. */
export const shellConstants = ({ assignments }: ShellScript): Constants => {
  const constants = new Map<string, string>();
  const several = new Set<string>();
  for (const { assignment } of assignments) {
    const { name, value, append } = assignment;
    const text = value.type === 'Word' ? wordText(value, constants) : UNKNOWN;
    if (constants.has(name) || append === true || text.includes(UNKNOWN)) {
      several.add(name);
    }
    constants.set(name, text);
  }
  for (const name of several) {
    constants.delete(name);
  }
  return constants;
};
