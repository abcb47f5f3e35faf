import { afterAll, beforeAll, expect, it } from 'vitest';
import type { VirtualMachineInstance } from '../../../src/sidecars/objects/resources';
import { convertInstance } from '../../cluster/kubevirt/domain/convertInstance';
import { defineDomain } from '../../cluster/kubevirt/domain/defineDomain';
import { VIRT_LAUNCHER_HOST } from '../../cluster/kubevirt/domain/libvirtHost';
import { parseAsLibvirt } from '../../cluster/kubevirt/domain/parseXml';
import { renderGoXml, renderLibvirtXml } from '../../cluster/kubevirt/domain/renderXml';
import { attribute, child } from '../../cluster/kubevirt/domain/xmlTree';
import { virtualMachine, type MachineOptions } from '../../scenarios/objects';
import { buildGuest } from '../guest/buildGuest';
import { adaptDefinition } from '../hostAdaptation';
import { startLabLibvirt, type LabLibvirt } from '../labLibvirt';

let lab: LabLibvirt | undefined;
beforeAll(async () => {
  lab = await startLabLibvirt(await buildGuest());
});
afterAll(async () => {
  await lab?.close();
});

const instance = (name: string, options: MachineOptions = {}): VirtualMachineInstance => {
  const vm = virtualMachine('lab', name, options);
  const { template } = vm.spec as { template: { spec: VirtualMachineInstance['spec'] } };
  return {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachineInstance',
    metadata: { name, namespace: 'lab', uid: '1b2c3d4e-0000-4000-8000-000000000001' },
    spec: template.spec,
  };
};

const smbios = { manufacturer: 'Red Hat', product: 'Virtualization', family: 'Red Hat', version: '4.23.0' };

it.each([
  ['plain', instance('plain')],
  ['without-cloud-init', instance('without-cloud-init', { cloudInit: false, cores: 2 })],
  [
    'more-disks',
    instance('more-disks', {
      volumes: [
        { name: 'config', configMap: { name: 'x' } },
        { name: 'data', persistentVolumeClaim: { claimName: 'x' } },
      ],
    }),
  ],
])('%s: the simulation defines what real libvirt defines', async (_name, vmi) => {
  const xml = adaptDefinition(renderGoXml(convertInstance(vmi, smbios)));
  const domain = lab?.forPod({ uid: '' });
  const real = await domain?.define(xml);
  await domain?.stop();
  if (real === undefined) {
    throw new Error('The lab did not start.');
  }
  const simulated = defineDomain(parseAsLibvirt(xml), {
    ...VIRT_LAUNCHER_HOST,
    emulator: '/usr/bin/qemu-system-x86_64',
    machines: { q35: attribute(child(child(real, 'os'), 'type'), 'machine') ?? '' },
  });
  expect(renderLibvirtXml(simulated)).toBe(renderLibvirtXml(real));
});
