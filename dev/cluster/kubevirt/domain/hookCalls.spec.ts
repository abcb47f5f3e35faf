import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import { LogBuffer } from '../launcher/logBuffer';
import { releaseOf } from '../release';
import { convertInstance } from './convertInstance';
import { defineDomain } from './defineDomain';
import { definePasses } from './definePasses';
import { hotplugPorts, type HotplugPorts } from './hotplugPorts';
import type { LibvirtHost } from './libvirtHost';
import { parseAsKubeVirt, parseAsLibvirt } from './parseXml';
import { attribute, child, childElements, element, type XmlElement } from './xmlTree';

const host: LibvirtHost = {
  emulator: '/usr/bin/qemu-system-x86_64',
  machines: { q35: 'pc-q35-7.2' },
  channelDir: (id, name) => `/var/lib/libvirt/qemu/channel/target/domain-${id}-${name}`,
  hostCpu: { model: 'EPYC', vendor: 'AMD', features: [] },
  owner: '+0:+0',
};
const smbios = { manufacturer: 'KubeVirt', product: 'None', family: 'KubeVirt', version: '' };

const guest = (memory: string, interfaces: number, annotations = {}): VirtualMachineInstance => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachineInstance',
  metadata: { name: 'vm', namespace: 'lab', uid: 'u', annotations },
  spec: {
    volumes: [{ name: 'root', emptyDisk: { capacity: '1Gi' } }],
    domain: {
      memory: { guest: memory },
      devices: {
        autoattachPodInterface: false,
        disks: [{ name: 'root', disk: { bus: 'virtio' } }],
        interfaces: Array.from({ length: interfaces }, (_, index) => ({ name: `net${index}`, bridge: {} })),
      },
    },
  },
});

/** The input of a hook that marks `<baseBoard>`, for each call. */
const calls = async (converted: XmlElement, ports: HotplugPorts): Promise<XmlElement[]> => {
  const inputs: string[] = [];
  await definePasses(converted, {
    manager: {
      onDefineDomain: (xml: string) => {
        inputs.push(xml);
        return Promise.resolve(xml.replace(/<baseBoard>/, '<baseBoard><entry name="version">1</entry>'));
      },
    },
    define: (xml) => Promise.resolve(defineDomain(parseAsLibvirt(xml), host)),
    log: new LogBuffer(),
    vmiJson: '{}',
    fields: {},
    ports,
  });
  return inputs.map((xml) => parseAsKubeVirt(xml));
};

const callsOf = (vmi: VirtualMachineInstance, version: string): Promise<XmlElement[]> => {
  const converted = convertInstance(vmi, smbios);
  return calls(converted, hotplugPorts(vmi, converted, releaseOf(version)));
};

const devices = (domain: XmlElement | undefined, name?: string): XmlElement[] =>
  childElements(child(domain, 'devices') ?? element('devices'), name);
const taps = (domain: XmlElement | undefined): (string | undefined)[] =>
  devices(domain, 'interface').map((nic) => attribute(child(nic, 'target'), 'dev'));
const marks = (domain: XmlElement | undefined): number =>
  childElements(child(child(domain, 'sysinfo'), 'baseBoard') ?? element('baseBoard')).length;
const rootPorts = (domain: XmlElement | undefined): number =>
  devices(domain, 'controller').filter((item) => attribute(item, 'model') === 'pcie-root-port').length;

describe('the calls of a hook at one start', () => {
  const direct = { 'kubevirt.io/placePCIDevicesOnRootComplex': 'true' };

  it.each([
    ['a small guest', guest('256Mi', 1), 'v1.8.0', 2],
    ['a big guest', guest('4Gi', 1), 'v1.8.0', 3],
    ['a big guest before 1.8', guest('4Gi', 1), 'v1.7.0', 2],
    ['a small guest with four interfaces', guest('256Mi', 4), 'v1.8.0', 2],
    ['four interfaces before 1.8', guest('256Mi', 4), 'v1.7.0', 1],
    ['no interfaces', guest('256Mi', 0), 'v1.7.0', 2],
    ['no interfaces before 1.7', guest('256Mi', 0), 'v1.6.0', 1],
    ['devices on the root complex', guest('4Gi', 1, direct), 'v1.9.0', 1],
  ])('of %s are as many as for KubeVirt', async (_, vmi, version, count) => {
    expect(await callsOf(vmi, version)).toHaveLength(count);
  });

  it('see placeholders in the first only, and the result of the second in the third', async () => {
    const [first, second, third] = await callsOf(guest('4Gi', 1), 'v1.8.0');
    expect(taps(first)).toEqual(['tap0', 'placeholder-0', 'placeholder-1', 'placeholder-2']);
    expect([taps(second), taps(third)]).toEqual([['tap0'], ['tap0']]);
    expect([marks(first), marks(second), marks(third)]).toEqual([0, 0, 1]);
    const namespaces = [first, second, third].map((call) => attribute(call, 'xmlns:qemu'));
    const qemu = 'http://libvirt.org/schemas/domain/qemu/1.0';
    expect(namespaces).toEqual([qemu, qemu, undefined]);
    expect(rootPorts(first)).toBe(0);
    expect(rootPorts(third)).toBeGreaterThan(rootPorts(second));
  });
});

const recordings = resolve(import.meta.dirname, '../../../../../shared/data/hook-calls');
const read = (call: number): XmlElement =>
  parseAsKubeVirt(readFileSync(resolve(recordings, `kubevirt-1.8.4-x86_64-call-${call}-input.xml`), 'utf8'));

describe.skipIf(!existsSync(recordings))(
  'recorded calls of KubeVirt 1.8.4 (skipped: not in this tree)',
  () => {
    const recordedVmi = (): VirtualMachineInstance =>
      JSON.parse(
        readFileSync(resolve(recordings, 'kubevirt-1.8.4-vmi.json'), 'utf8'),
      ) as VirtualMachineInstance;

    it('begin with what is made of the recorded instance', async () => {
      const [first] = await callsOf(recordedVmi(), 'v1.8.4');
      const real = read(1);
      // Emulated there, in another network, with a random address.
      real.attributes.type = 'kvm';
      for (const name of ['mac', 'mtu']) {
        const ofNetwork = child(devices(real, 'interface')[0], name) ?? element(name);
        ofNetwork.attributes = child(devices(first, 'interface')[0], name)?.attributes ?? {};
      }
      expect(first).toEqual(real);
    });

    it('are the same', async () => {
      const vmi = recordedVmi();
      const converted = read(1);
      const list = child(converted, 'devices') ?? element('devices');
      list.children = childElements(list).filter(
        (device) => !(attribute(child(device, 'alias'), 'name') ?? '').startsWith('placeholder-'),
      );
      const [first, second, ...more] = await calls(
        converted,
        hotplugPorts(vmi, converted, releaseOf('v1.8.4')),
      );
      expect(more).toEqual([]);
      expect(first).toEqual(read(1));
      // Newer versions of libvirt list the chipset's watchdog.
      const real = read(2);
      const realDevices = child(real, 'devices') ?? element('devices');
      realDevices.children = childElements(realDevices).filter(({ name }) => name !== 'watchdog');
      const seen = child(second, 'devices') ?? element('devices');
      seen.children = childElements(seen);
      expect(second).toEqual(real);
    });
  },
);
