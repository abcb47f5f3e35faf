import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
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
  /** What could not be read, each with its place and the reason. */
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

/** A `List` stands for its items. */
const itemsOf = (value: unknown): unknown[] =>
  isRecord(value) &&
  typeof value.kind === 'string' &&
  value.kind.endsWith('List') &&
  Array.isArray(value.items)
    ? value.items
    : [value];

/** Reads the documents of one text. A broken document is reported with its line; the others are read. */
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
    const value: unknown = document.toJS();
    if (value === null) {
      continue;
    }
    const place = `${file}:${lines.linePos(document.contents?.range[0] ?? document.range[0]).line}`;
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

/** Reads all YAML and JSON files of a folder and of those below it, in order of their names. */
export const readManifestFolder = (folder: string): Manifests => {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UserError(`--manifests: there is no folder ${folder}.`);
  }
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => FILE.test(name))
    .sort();
  const read = files.map((name) =>
    readManifests(readFileSync(join(folder, name), 'utf8'), relative('.', join(folder, name))),
  );
  return {
    manifests: read.flatMap(({ manifests }) => manifests),
    problems: read.flatMap(({ problems }) => problems),
  };
};
