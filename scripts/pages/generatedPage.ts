import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';

/** A sentence as a cell of a Markdown table. */
export const cell = (sentence: string): string =>
  sentence.replace(/[|<>*]/g, (character) => `\\${character}`);

/** Writes a page of `docs`. With `--check` on the command line it writes nothing and fails when the page is out of date. */
export const writePage = async (name: string, text: string, script: string): Promise<void> => {
  const file = resolve(import.meta.dirname, '../../docs', name);
  const formatted = await format(text, { ...(await resolveConfig(file)), parser: 'markdown' });
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  if (!values.check) {
    writeFileSync(file, formatted);
  } else if (readFileSync(file, 'utf8') !== formatted) {
    console.error(`docs/${name} is not what the code says: run npx tsx scripts/${script}`);
    process.exitCode = 1;
  }
};
