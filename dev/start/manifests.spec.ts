import { describe, expect, it } from 'vitest';
import { readManifests } from './manifests';

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

  it('takes lists apart', () => {
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
});
