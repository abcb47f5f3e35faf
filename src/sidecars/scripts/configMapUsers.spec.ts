import { expect, it } from 'vitest';
import { SIDECARS_ANNOTATION } from '../annotation/constants';
import type { ConfigMap, VirtualMachine, Volume } from '../objects/resources';
import { usersOfConfigMap } from './configMapUsers';

const configMap: ConfigMap = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'scripts', namespace: 'a' },
  data: { 'new.sh': '#!/bin/sh' },
};

const vm = (annotation: string, volumes: Volume[] = [], namespace = 'a'): VirtualMachine => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name: 'vm', namespace },
  spec: {
    template: {
      metadata: { annotations: { [SIDECARS_ANNOTATION]: annotation } },
      spec: { domain: { devices: {} }, volumes },
    },
  },
  status: { printableStatus: 'Running' },
});

const refersTo = (name: string, key: string): string =>
  `[{},${JSON.stringify({ configMap: { name, key } })}]`;

it.each<[string, VirtualMachine, boolean]>([
  ['a key that is there', vm(refersTo('scripts', 'new.sh')), true],
  ['a key that is missing', vm(refersTo('scripts', 'old.sh')), true],
  ['another ConfigMap', vm(refersTo('other', 'new.sh')), false],
  ['one of this name in another namespace', vm(refersTo('scripts', 'new.sh'), [], 'b'), false],
  ['who knows what', vm('['), false],
  ['it by a volume', vm('[]', [{ name: 'disk', configMap: { name: 'scripts' } }]), true],
  ['it by a volume, and cannot be read', vm('[', [{ name: 'disk', configMap: { name: 'scripts' } }]), true],
  [
    'it by a volume that may be empty',
    vm('[]', [{ name: 'disk', configMap: { name: 'scripts', optional: true } }]),
    false,
  ],
  ['another by a volume', vm('[]', [{ name: 'disk', configMap: { name: 'other' } }]), false],
])('a VM that names %s', (_what, user, needsIt) => {
  expect(usersOfConfigMap(configMap, [user])).toEqual(
    needsIt ? [{ namespace: 'a', name: 'vm', running: true }] : [],
  );
});
