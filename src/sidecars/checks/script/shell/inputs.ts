import type { ShellScript } from './shellScript';
import { soleExpansion, type Expansion } from './words';

/** The arguments whose values are texts: the VMI and the domain XML or cloud-init data. */
const VALUES: readonly string[] = ['2', '4', '@', '*'];

/** Whether the numbers of arguments mean something else than at the start of the script. */
export const movesArguments = ({ commands }: ShellScript): boolean =>
  commands.some(
    ({ name, args }) =>
      name === 'shift' || name === 'getopts' || (name === 'set' && args.some(({ value }) => value === '--')),
  );

/** The variables that a script fills with one of its arguments as it is. */
export const inputVariables = ({ assignments }: ShellScript): ReadonlySet<string> =>
  new Set(
    assignments.flatMap(({ assignment: { name, value }, inFunction }) => {
      const from = value.type === 'Word' ? soleExpansion(value)?.name : undefined;
      return inFunction === undefined && from !== undefined && VALUES.includes(from) ? [name] : [];
    }),
  );

/** Whether an expansion stands for a whole argument; in a function numbers are those of its own arguments. */
export const isInput = (
  { name }: Expansion,
  inFunction: string | undefined,
  variables: ReadonlySet<string>,
): boolean => (inFunction === undefined && VALUES.includes(name)) || variables.has(name);
