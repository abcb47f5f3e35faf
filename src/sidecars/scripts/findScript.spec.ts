import { describe, expect, it } from 'vitest';
import type { ConfigMap } from '../objects/resources';
import { findScript, type FoundScript } from './findScript';

const configMap = (fields: Partial<ConfigMap>): ReadonlyMap<string, ConfigMap> =>
  new Map([['a', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, ...fields }]]);

describe('findScript', () => {
  it.each<{ name: string; source: string; fields: Partial<ConfigMap>; found: FoundScript }>([
    { name: 'another ConfigMap', source: 'b', fields: {}, found: { kind: 'noConfigMap' } },
    {
      name: 'the text',
      source: 'a',
      fields: { data: { key: '#!/bin/sh' } },
      found: { kind: 'text', text: '#!/bin/sh' },
    },
    { name: 'an empty text', source: 'a', fields: { data: { key: '' } }, found: { kind: 'text', text: '' } },
    { name: 'binary data', source: 'a', fields: { binaryData: { key: 'AA==' } }, found: { kind: 'binary' } },
    {
      name: 'other keys',
      source: 'a',
      fields: { data: { x: '' }, binaryData: { y: '' } },
      found: { kind: 'noKey', keys: ['x', 'y'] },
    },
    { name: 'nothing', source: 'a', fields: {}, found: { kind: 'noKey', keys: [] } },
  ])('finds $name', ({ source, fields, found }) => {
    expect(findScript(configMap(fields), { name: source, key: 'key' })).toEqual(found);
  });

  it('does not take an inherited property for a key', () => {
    expect(findScript(configMap({ data: {} }), { name: 'a', key: 'toString' }).kind).toBe('noKey');
  });
});
