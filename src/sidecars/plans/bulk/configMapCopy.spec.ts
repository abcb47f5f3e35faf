import { describe, expect, it } from 'vitest';
import { checkDnsLabel } from '../../objects/names';
import type { ConfigMap } from '../../objects/resources';
import { copyOfConfigMap, hasSameScript, volumeName } from './configMapCopy';

describe('volumeName', () => {
  it.each([
    ['script', 'script'],
    ['my.script', 'my-script'],
    ['.script.', 'script'],
    [`${'a'.repeat(62)}.b`, 'a'.repeat(62)],
  ])('makes of %s a name for a volume', (name, expected) => {
    expect(volumeName(name)).toBe(expected);
    expect(checkDnsLabel(volumeName(name))).toBeUndefined();
  });
});

const source: ConfigMap = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: {
    name: 'my.script',
    namespace: 'team-a',
    uid: 'u',
    resourceVersion: '7',
    labels: { 'sidecar-hooks.kubevirt.io/hook-script': 'true', 'app.kubernetes.io/instance': 'shop' },
    annotations: {
      'sidecar-hooks.kubevirt.io/hook-point': 'onDefineDomain',
      'argocd.argoproj.io/tracking-id': 'shop:/ConfigMap:team-a/my.script',
    },
  },
  data: { 'a.sh': 'a', 'b.sh': 'b' },
  immutable: true,
};

it('copies data and the plugin’s own marks, but nothing of the origin’s identity or tools', () => {
  expect(copyOfConfigMap(source, 'team-b', 'my-script')).toEqual({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'my-script',
      namespace: 'team-b',
      labels: { 'sidecar-hooks.kubevirt.io/hook-script': 'true' },
      annotations: { 'sidecar-hooks.kubevirt.io/hook-point': 'onDefineDomain' },
    },
    data: { 'a.sh': 'a', 'b.sh': 'b' },
  });
});

it('compares the script of one key only', () => {
  const other = { ...source, data: { 'a.sh': 'a', 'b.sh': 'changed' } };
  expect(hasSameScript(source, other, 'a.sh')).toBe(true);
  expect(hasSameScript(source, other, 'b.sh')).toBe(false);
  expect(hasSameScript(source, { ...source, data: {} }, 'a.sh')).toBe(false);
});
