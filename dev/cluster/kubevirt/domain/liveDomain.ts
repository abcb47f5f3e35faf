import type { LibvirtHost } from './libvirtHost';
import { libvirtOrdered } from './libvirtOrder';
import { attribute, child, childElements, copy, element, textOf, type XmlElement } from './xmlTree';

const ALIAS_BASE: Record<string, string> = {
  interface: 'net',
  filesystem: 'fs',
  memballoon: 'balloon',
  redirdev: 'redir',
};

const controllerAlias = (controller: XmlElement): string => {
  const type = attribute(controller, 'type') ?? '';
  const index = attribute(controller, 'index') ?? '0';
  if (type === 'pci') {
    return attribute(controller, 'model') === 'pcie-root' ? 'pcie.0' : `pci.${index}`;
  }
  if (index === '0' && (type === 'usb' || type === 'sata')) {
    return type === 'usb' ? 'usb' : 'ide';
  }
  return `${type}${index}`;
};

const diskAlias = (disk: XmlElement): string => {
  const target = child(disk, 'target');
  const bus = attribute(target, 'bus') ?? 'virtio';
  const address = child(disk, 'address');
  return bus === 'virtio'
    ? `virtio-disk${(attribute(target, 'dev') ?? 'vda').charCodeAt(2) - 97}`
    : `${bus}${attribute(address, 'controller') ?? '0'}-${attribute(address, 'target') ?? '0'}-${attribute(address, 'unit') ?? '0'}`;
};

const addAliases = (devices: XmlElement): void => {
  const counts = new Map<string, number>();
  for (const device of childElements(devices)) {
    if (['emulator', 'audio'].includes(device.name)) {
      continue;
    }
    const index = counts.get(device.name) ?? 0;
    counts.set(device.name, index + 1);
    if (device.name !== 'graphics' && child(device, 'alias') === undefined) {
      const name =
        device.name === 'controller'
          ? controllerAlias(device)
          : device.name === 'disk'
            ? diskAlias(device)
            : device.name === 'console'
              ? `serial${index}`
              : `${ALIAS_BASE[device.name] ?? device.name}${index}`;
      device.children.push(element('alias', { name }));
    }
  }
};

const liveCpu = (domain: XmlElement, host: LibvirtHost): void => {
  const cpu = child(domain, 'cpu');
  const mode = attribute(cpu, 'mode');
  if (cpu === undefined || mode === 'host-passthrough' || mode === 'maximum') {
    return;
  }
  const model = child(cpu, 'model');
  const features =
    mode === 'host-model'
      ? host.hostCpu.features
      : ['hypervisor', ...(textOf(model) === 'qemu64' ? ['lahf_lm'] : [])];
  cpu.attributes = { mode: 'custom', match: 'exact', check: 'full' };
  if (mode === 'host-model') {
    cpu.children.push(
      element('model', { fallback: 'forbid' }, [host.hostCpu.model]),
      element('vendor', {}, [host.hostCpu.vendor]),
    );
  } else if (model !== undefined) {
    model.attributes.fallback = 'forbid';
  }
  const named = new Set(childElements(cpu, 'feature').map((feature) => attribute(feature, 'name')));
  cpu.children.push(
    ...features
      .filter((name) => !named.has(name))
      .map((name) => element('feature', { policy: 'require', name })),
  );
};

const runtimeState = (devices: XmlElement, id: number, name: string, host: LibvirtHost): void => {
  childElements(devices, 'disk').forEach((disk, position, all) => {
    const source = child(disk, 'source');
    if (source !== undefined) {
      source.attributes.index = String(all.length - position);
    }
    if (child(disk, 'backingStore') === undefined) {
      disk.children.push(element('backingStore'));
    }
  });
  for (const channel of childElements(devices, 'channel')) {
    const target = child(channel, 'target');
    const port = attribute(target, 'name');
    if (target !== undefined && port !== undefined && attribute(target, 'type') === 'virtio') {
      target.attributes.state = 'disconnected';
      if (child(channel, 'source') === undefined && attribute(channel, 'type') === 'unix') {
        channel.children.push(
          element('source', { mode: 'bind', path: `${host.channelDir(id, name)}/${port}` }),
        );
      }
    }
  }
};

/** The running form of a defined domain, as `virsh dumpxml` shows it. */
export const liveDomain = (defined: XmlElement, id: number, host: LibvirtHost): XmlElement => {
  const domain = copy(defined);
  const { type = 'kvm', ...rest } = domain.attributes;
  domain.attributes = { type, id: String(id), ...rest };
  domain.children.push(element('resource', {}, [element('partition', {}, ['/machine'])]));
  liveCpu(domain, host);
  const devices = child(domain, 'devices');
  if (devices !== undefined) {
    addAliases(devices);
    runtimeState(devices, id, textOf(child(domain, 'name')), host);
  }
  if (host.owner !== undefined) {
    domain.children.push(
      element('seclabel', { type: 'dynamic', model: 'dac', relabel: 'yes' }, [
        element('label', {}, [host.owner]),
        element('imagelabel', {}, [host.owner]),
      ]),
    );
  }
  return libvirtOrdered(domain);
};
