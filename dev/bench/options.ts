import { parseArgs } from 'node:util';

const PARTS = ['list', 'growth', 'xml', 'hostile', 'try'] as const;
export type Part = (typeof PARTS)[number];

export interface BenchOptions {
  parts: readonly Part[];
  vms: number;
  runs: number;
  help: boolean;
}

export const HELP = `Measures the plugin in Chromium, in the embedded console with the embedded cluster.

Usage: npm run bench -- [options]

  --only PART   one of ${PARTS.join(', ')}; may be given several times (list and xml)
  --vms N       how many VMs the lists have (10000)
  --runs N      how often each list is opened, or XML read; medians are printed (3)
  --help        shows this`;

const count = (name: string, text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new Error(`--${name} takes a whole number above 0, not “${text}”.`);
  }
  return value;
};

/** Reads the command line. Throws Error for unknown options and values. */
export const readOptions = (args: readonly string[]): BenchOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', multiple: true },
      vms: { type: 'string', default: '10000' },
      runs: { type: 'string', default: '3' },
      help: { type: 'boolean', default: false },
    },
  });
  const { only = ['list', 'xml'] } = values;
  return {
    parts: only.map((name) => {
      const part = PARTS.find((each) => each === name);
      if (part === undefined) {
        throw new Error(`--only takes ${PARTS.join(', ')}, not “${name}”.`);
      }
      return part;
    }),
    vms: count('vms', values.vms),
    runs: count('runs', values.runs),
    help: values.help,
  };
};
