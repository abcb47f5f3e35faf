import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readManifestFolder, readManifests } from './manifests';

const configMap = (name: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n`;

describe('manifests', () => {
  it('reads every document and says where each begins', () => {
    const { manifests, problems } = readManifests(
      `${configMap('a')}---\n# nothing\n---\n${configMap('b')}`,
      'x.yaml',
    );
    expect(problems).toEqual([]);
    expect(manifests.map(({ place, object }) => [place, object.metadata.name])).toEqual([
      ['x.yaml:1', 'a'],
      ['x.yaml:8', 'b'],
    ]);
  });

  it('splits lists into their items', () => {
    const list = JSON.stringify({
      apiVersion: 'v1',
      kind: 'List',
      items: ['a', 'b'].map((name) => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name } })),
    });
    expect(readManifests(list, 'x.json').manifests.map(({ object }) => object.metadata.name)).toEqual([
      'a',
      'b',
    ]);
  });

  it.each([
    ['broken YAML', 'a: [', /^x\.yaml:\d+: /],
    ['text', 'hello', /^x\.yaml:1: is no Kubernetes object$/],
    ['no kind', 'apiVersion: v1', /^x\.yaml:1: has no apiVersion or no kind$/],
    ['no name', 'apiVersion: v1\nkind: Pod', /^x\.yaml:1: has no metadata\.name$/],
  ])('names a document with %s and reads the rest', (_name, text, problem) => {
    const { manifests, problems } = readManifests(`${text}\n---\n${configMap('good')}`, 'x.yaml');
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
    expect(manifests.map(({ object }) => object.metadata.name)).toEqual(['good']);
  });

  it('reports YAML whose aliases multiply, and reads the rest', () => {
    const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let depth = 1; depth < 8; depth += 1) {
      const aliases = Array.from({ length: 10 }, () => `*a${depth - 1}`);
      bomb.push(`a${depth}: &a${depth} [${aliases.join(', ')}]`);
    }
    const { manifests, problems } = readManifests(`${bomb.join('\n')}\n---\n${configMap('good')}`, 'x.yaml');
    expect(problems).toEqual([expect.stringMatching(/^x\.yaml:1: .*alias/)]);
    expect(manifests.map(({ object }) => object.metadata.name)).toEqual(['good']);
  });

  describe('of a folder', () => {
    let outside: string;
    let folder: string;
    beforeEach(() => {
      outside = mkdtempSync(join(tmpdir(), 'manifests-'));
      folder = join(outside, 'manifests');
      mkdirSync(join(folder, 'below'), { recursive: true });
      writeFileSync(join(folder, 'below', 'good.yaml'), configMap('good'));
      writeFileSync(join(outside, 'secret.yaml'), configMap('secret'));
    });
    afterEach(() => {
      rmSync(outside, { recursive: true });
    });

    it.each<[string, RegExp, (path: string) => void]>([
      [
        'a link to a file outside',
        /bad\.yaml: is a link to a place outside the folder$/,
        (path) => {
          symlinkSync('../secret.yaml', path);
        },
      ],
      [
        'a link to nothing',
        /bad\.yaml: cannot be read: ENOENT$/,
        (path) => {
          symlinkSync('nothing', path);
        },
      ],
      [
        'a pipe, which never ends',
        /bad\.yaml: is not a regular file$/,
        (path) => {
          execFileSync('mkfifo', [path]);
        },
      ],
      [
        'a folder with the name of a file',
        /bad\.yaml: is not a regular file$/,
        (path) => {
          mkdirSync(path);
        },
      ],
    ])('reports %s, and reads the rest', (_what, problem, plant) => {
      plant(join(folder, 'bad.yaml'));
      const { manifests, problems } = readManifestFolder(folder);
      expect(problems).toEqual([expect.stringMatching(problem)]);
      expect(manifests.map(({ object }) => object.metadata.name)).toEqual(['good']);
    });

    it('follows a link within the folder', () => {
      symlinkSync('below/good.yaml', join(folder, 'again.yaml'));
      expect(readManifestFolder(folder).problems).toEqual([]);
      expect(readManifestFolder(folder).manifests).toHaveLength(2);
    });
  });
});
