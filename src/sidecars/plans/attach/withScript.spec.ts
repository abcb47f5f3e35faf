import { expect, it } from 'vitest';
import { serializeSidecars } from '../../annotation/annotation';
import { configMapSidecar } from '../../annotation/sidecar';
import { SIDECARS_ANNOTATION } from '../../annotation/constants';
import type { VirtualMachine } from '../../objects/resources';
import { withScript } from './withScript';

const attached = configMapSidecar('attached', 'script.sh', 'onDefineDomain');
const vm: VirtualMachine = {
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name: 'vm', namespace: 'ns' },
  spec: {
    template: {
      metadata: { annotations: { [SIDECARS_ANNOTATION]: serializeSidecars([attached]) } },
      spec: { domain: { devices: {} } },
    },
  },
};
const namesOf = (sidecars: ReturnType<typeof withScript>): unknown[] =>
  sidecars.map(({ configMap }) => [configMap?.name, configMap?.key, configMap?.hookPath]);

const IN_USE = ['attached', 'script.sh', '/usr/bin/onDefineDomain'];

it('adds a script that the VM does not use yet', () => {
  const script = { configMap: 'fresh', key: 'run.py', hookPoint: 'preCloudInitIso' as const };
  expect(namesOf(withScript(vm, script, undefined))).toEqual([
    IN_USE,
    ['fresh', 'run.py', '/usr/bin/preCloudInitIso'],
  ]);
});

it('does not add a script that the VM uses', () => {
  const script = { configMap: 'attached', key: 'script.sh', hookPoint: 'onDefineDomain' as const };
  expect(namesOf(withScript(vm, script, undefined))).toEqual([IN_USE]);
});
