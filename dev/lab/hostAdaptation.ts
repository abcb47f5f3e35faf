import { join } from 'node:path';
import {
  append,
  attribute,
  child,
  childElements,
  copy,
  element,
  textOf,
  type XmlElement,
} from '../cluster/kubevirt/domain/xmlTree';
import type { GuestImage } from './guest/guestImage';

/** Enough for a guest that runs from memory, whatever its VM asks for. */
const MEMORY_LIMIT_KIB = 192 * 1024;

const KERNEL_ARGUMENTS = 'console=ttyS0 quiet panic=-1';

/** Folders that only a pod has. */
const POD_PATHS = /^\/(var\/)?run\/(kubevirt|libvirt\/empty-disks)/;

/**
 * Changes two values of a definition that this machine cannot provide: the accelerator, and the machine types of Red Hat's
 * QEMU. libvirt accepts or refuses everything else.
 */
export const adaptDefinition = (xml: string): string =>
  xml
    .replace(/(<domain\b[^>]*?\btype\s*=\s*)(["'])kvm\2/, '$1$2qemu$2')
    .replace(
      /(<type\b[^>]*?\bmachine\s*=\s*)(["'])pc-(q35|i440fx)-rhel[^"']*\2/,
      (_all, before, quote, kind) =>
        `${String(before)}${String(quote)}${kind === 'q35' ? 'q35' : 'pc'}${String(quote)}`,
    );

/** A disk's file on this machine, which must be created before the domain starts. */
export interface DiskFile {
  path: string;
  /** The path in the pod. */
  podPath: string;
  format: string;
}

const capMemory = (domain: XmlElement): void => {
  for (const name of ['memory', 'currentMemory']) {
    const size = child(domain, name);
    // libvirt always prints KiB.
    if (size !== undefined && Number(textOf(size)) > MEMORY_LIMIT_KIB) {
      size.children = [String(MEMORY_LIMIT_KIB)];
    }
  }
};

/** Boots the lab's kernel instead of the disk, which is empty, and needs no firmware for that. */
const bootKernel = (domain: XmlElement, { kernel, initrd }: GuestImage): void => {
  const os = append(domain, element('os'));
  delete os.attributes.firmware;
  os.children = childElements(os).filter(({ name }) => !['loader', 'nvram', 'firmware'].includes(name));
  if (child(os, 'kernel') === undefined) {
    os.children.push(
      element('kernel', {}, [kernel]),
      element('initrd', {}, [initrd]),
      element('cmdline', {}, [KERNEL_ARGUMENTS]),
    );
  }
};

/** The emulator cannot pass on the host's CPU. */
const emulateCpu = (domain: XmlElement): void => {
  const cpu = child(domain, 'cpu');
  if (attribute(cpu, 'mode') === 'host-passthrough' && cpu !== undefined) {
    cpu.attributes = { mode: 'maximum' };
  }
};

/** Replaces the pod's tap devices, which do not exist here, by QEMU's user network. */
const useUserNetwork = (devices: XmlElement): void => {
  for (const nic of childElements(devices, 'interface')) {
    if (attribute(nic, 'type') === 'ethernet') {
      nic.attributes.type = 'user';
      nic.children = childElements(nic).filter(
        ({ name }) => !['source', 'target', 'mtu', 'script'].includes(name),
      );
    }
  }
};

/** Moves the pod's paths below its folder on this machine and returns the new paths. */
const movePaths = (node: XmlElement, podFolder: string): string[] => {
  const moved = ['file', 'path', 'socket'].flatMap((name) => {
    const path = node.attributes[name];
    if (path === undefined || !POD_PATHS.test(path)) {
      return [];
    }
    node.attributes[name] = join(podFolder, path);
    return [join(podFolder, path)];
  });
  return [...moved, ...childElements(node).flatMap((inner) => movePaths(inner, podFolder))];
};

const diskFiles = (devices: XmlElement, podFolder: string): DiskFile[] =>
  childElements(devices, 'disk').flatMap((disk) => {
    const path = attribute(child(disk, 'source'), 'file');
    if (path?.startsWith(`${podFolder}/`) !== true) {
      return [];
    }
    // Its backing image does not exist here.
    disk.children = childElements(disk).filter(({ name }) => name !== 'backingStore');
    const format = attribute(child(disk, 'driver'), 'type') ?? 'raw';
    return [{ path, podPath: path.slice(podFolder.length), format }];
  });

export interface AdaptedDomain {
  domain: XmlElement;
  disks: DiskFile[];
  /** Files and sockets in the pod's folder that QEMU creates or opens; their folders must exist. */
  paths: string[];
}

/**
 * The domain to start for a definition, adapted to this machine; docs/lab.md lists the differences. `podFolder` replaces the
 * pod's root.
 */
export const adaptForStart = (defined: XmlElement, podFolder: string, guest: GuestImage): AdaptedDomain => {
  const domain = copy(defined);
  const devices = append(domain, element('devices'));
  capMemory(domain);
  bootKernel(domain, guest);
  emulateCpu(domain);
  useUserNetwork(devices);
  const paths = movePaths(devices, podFolder);
  return { domain, disks: diskFiles(devices, podFolder), paths };
};
