import { accessSync, constants } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

const TOOLS = resolve(import.meta.dirname, '../../.cache/tools');
// nginx is often in a folder that is only in root's PATH.
const FOLDERS = [TOOLS, ...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Path of a program in `.cache/tools` or PATH. If it is missing, prints a message and returns undefined. */
export const findTool = (name: string): string | undefined => {
  const file = FOLDERS.map((folder) => join(folder, name)).find(isExecutable);
  if (file === undefined) {
    console.log(`skipped: ${name} is not installed, its tests do not run`);
  }
  return file;
};
