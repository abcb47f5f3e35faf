import { readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Document } from 'yaml';
import { LineCounter, parseAllDocuments } from 'yaml';
import type { StoredObject } from '../cluster/contract';
import { UserError } from '../base/userError';

export interface Manifest {
  object: StoredObject;
  /** `file.yaml:12`, where the object begins. */
  place: string;
}

export interface Manifests {
  manifests: Manifest[];
  /** Parse errors with place and reason. */
  problems: string[];
}

const FILE = /\.(ya?ml|json)$/i;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const problemOf = (value: unknown): string | undefined => {
  if (!isRecord(value)) {
    return 'is no Kubernetes object';
  }
  if (typeof value.apiVersion !== 'string' || typeof value.kind !== 'string') {
    return 'has no apiVersion or no kind';
  }
  const { metadata } = value;
  return isRecord(metadata) &&
    (typeof metadata.name === 'string' || typeof metadata.generateName === 'string')
    ? undefined
    : 'has no metadata.name';
};

const itemsOf = (value: unknown): unknown[] =>
  isRecord(value) &&
  typeof value.kind === 'string' &&
  value.kind.endsWith('List') &&
  Array.isArray(value.items)
    ? value.items
    : [value];

/** Reads the documents of one text. Reports a broken document with its line and reads the others. */
export const readManifests = (text: string, file: string): Manifests => {
  const lines = new LineCounter();
  const manifests: Manifest[] = [];
  const problems: string[] = [];
  const documents = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false });
  const all: readonly Document.Parsed[] = 'empty' in documents ? [] : documents;
  for (const document of all) {
    const [error] = document.errors;
    if (error !== undefined) {
      problems.push(`${file}:${lines.linePos(error.pos[0]).line}: ${error.message}`);
      continue;
    }
    const place = `${file}:${lines.linePos(document.contents?.range[0] ?? document.range[0]).line}`;
    let value: unknown;
    try {
      value = document.toJS();
    } catch (error) {
      // The library counts aliases, and throws if they would expand without limit.
      problems.push(`${place}: ${error instanceof Error ? error.message : String(error)}`);
      continue;
    }
    if (value === null) {
      continue;
    }
    for (const item of itemsOf(value)) {
      const problem = problemOf(item);
      if (problem === undefined) {
        manifests.push({ object: item as StoredObject, place });
      } else {
        problems.push(`${place}: ${problem}`);
      }
    }
  }
  return { manifests, problems };
};

/** More than any manifest: Kubernetes accepts objects of about 1.5 MiB. */
const MOST_BYTES = 16 * 1024 * 1024;

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

/** Why a file must not be read; undefined if it is a regular file of this folder. */
const fileProblem = (folder: string, path: string): string | undefined => {
  try {
    if (!realpathSync(path).startsWith(realpathSync(folder) + sep)) {
      return 'is a link to a place outside the folder';
    }
    const stats = statSync(path);
    if (!stats.isFile()) {
      return 'is not a regular file';
    }
    return stats.size > MOST_BYTES ? `is larger than ${MOST_BYTES / 1024 / 1024} MiB` : undefined;
  } catch (error) {
    return `cannot be read: ${codeOf(error)}`;
  }
};

const readFile = (folder: string, name: string): Manifests => {
  const path = join(folder, name);
  const place = relative('.', path);
  const problem = fileProblem(folder, path);
  if (problem !== undefined) {
    return { manifests: [], problems: [`${place}: ${problem}`] };
  }
  try {
    return readManifests(readFileSync(path, 'utf8'), place);
  } catch (error) {
    return { manifests: [], problems: [`${place}: cannot be read: ${codeOf(error)}`] };
  }
};

/**
 * Reads all YAML and JSON files of a folder and its subfolders, in order of their names. Reports anything but regular files
 * instead of reading it, because a link could point to any file of the machine.
 */
export const readManifestFolder = (folder: string): Manifests => {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UserError(`--manifests: there is no folder ${folder}.`);
  }
  const read = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => FILE.test(name))
    .sort()
    .map((name) => readFile(folder, name));
  return {
    manifests: read.flatMap(({ manifests }) => manifests),
    problems: read.flatMap(({ problems }) => problems),
  };
};
