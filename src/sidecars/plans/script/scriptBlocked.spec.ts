import { describe, expect, it } from 'vitest';
import type { ConfigMap } from '../../objects/resources';
import { scriptBlocked } from './scriptBlocked';
import { newScriptValues } from './scriptValues';

const values = { ...newScriptValues(), name: 'a', key: 'k', text: '#!/bin/sh' };
const configMap = (more: Partial<ConfigMap>): ConfigMap => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'a' },
  ...more,
});

describe('scriptBlocked', () => {
  it.each([
    [{}, undefined],
    [{ name: 'A' }, 'name'],
    [{ name: 'b' }, 'taken'],
    [{ key: '..' }, 'key'],
    [{ text: '\n' }, 'empty'],
  ] as const)('of a new script with %j is %s', (change, blocked) => {
    expect(scriptBlocked({ ...values, ...change }, { seen: undefined, takenNames: new Set(['b']) })).toBe(
      blocked,
    );
  });

  it.each([
    [{ data: { k: 'x' } }, undefined],
    [{ data: { k: 'x' }, immutable: true }, 'immutable'],
    [{ binaryData: { k: 'AA==' } }, 'binary'],
    [{ data: { other: 'x' } }, 'gone'],
  ] as const)('of an edit in %j is %s', (more, blocked) => {
    expect(scriptBlocked(values, { seen: configMap(more), takenNames: undefined })).toBe(blocked);
  });
});
