import { accessSync, constants } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

const TOOLS = resolve(import.meta.dirname, '../../.cache/tools');
// nginx lies where only root's PATH leads.
const FOLDERS = [TOOLS, ...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Path of a program, looked for in `.cache/tools` and PATH. Where it is absent, says so and gives undefined. */
export const findTool = (name: string): string | undefined => {
  const file = FOLDERS.map((folder) => join(folder, name)).find(isExecutable);
  if (file === undefined) {
    console.log(`skipped: ${name} is not installed, its tests do not run`);
  }
  return file;
};
