import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const IRRELEVANT = /(\.spec\.tsx?|\.md)$/;

const filesBelow = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: 'utf8' })
        .map((name) => join(path, name))
        .filter((file) => statSync(file).isFile())
    : [path];

/** A digest of the names and contents of files and of all files below folders, without tests and documents. */
export const inputHash = (paths: readonly string[]): string => {
  const hash = createHash('sha256');
  const files = paths.flatMap(filesBelow).filter((file) => !IRRELEVANT.test(file));
  for (const file of files.sort()) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
};
