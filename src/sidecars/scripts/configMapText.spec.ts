import { expect, it } from 'vitest';
import { configMapText } from './configMapText';

it('has labels, annotations and data in the order of their names', () => {
  expect(
    configMapText({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'a', labels: { z: '1', b: '2' }, annotations: { note: 'x' } },
      immutable: true,
      data: { two: '2', one: '1' },
      binaryData: { bin: 'AA==' },
    }),
  ).toBe('immutable: true\nlabel b: 2\nlabel z: 1\nannotation note: x\none:\n1\ntwo:\n2\nbin:\nAA==');
});

it('is empty for a ConfigMap without content', () => {
  expect(configMapText({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } })).toBe('');
});
