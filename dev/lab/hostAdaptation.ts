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

/** A guest that runs from memory needs no more, whatever its VM asks for. */
const MEMORY_LIMIT_KIB = 192 * 1024;

const KERNEL_ARGUMENTS = 'console=ttyS0 quiet panic=-1';

/** Folders that only a pod has. */
const POD_PATHS = /^\/(var\/)?run\/kubevirt/;

/**
 * Before a definition reaches libvirt, its text is changed in two values that no laptop has: the accelerator, and the
 * machine types that only Red Hat's QEMU knows. All else is for libvirt to take or to refuse.
 */
export const adaptDefinition = (xml: string): string =>
  xml
    .replace(/(<domain\b[^>]*?\btype\s*=\s*)(["'])kvm\2/, '$1$2qemu$2')
    .replace(
      /(<type\b[^>]*?\bmachine\s*=\s*)(["'])pc-(q35|i440fx)-rhel[^"']*\2/,
      (_all, before, quote, kind) =>
        `${String(before)}${String(quote)}${kind === 'q35' ? 'q35' : 'pc'}${String(quote)}`,
    );

/** A disk's file on this machine, to be made before the domain starts. */
export interface DiskFile {
  path: string;
  /** As in the pod. */
  podPath: string;
  format: string;
}

const capMemory = (domain: XmlElement): void => {
  for (const name of ['memory', 'currentMemory']) {
    const size = child(domain, name);
    // libvirt prints KiB always.
    if (size !== undefined && Number(textOf(size)) > MEMORY_LIMIT_KIB) {
      size.children = [String(MEMORY_LIMIT_KIB)];
    }
  }
};

/** Boots the lab's guest in place of the disk, which is empty; firmware of its own is not needed for that. */
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

/** The emulator has no CPU of the host to pass on. */
const emulateCpu = (domain: XmlElement): void => {
  const cpu = child(domain, 'cpu');
  if (attribute(cpu, 'mode') === 'host-passthrough' && cpu !== undefined) {
    cpu.attributes = { mode: 'maximum' };
  }
};

/** The pod's tap devices do not exist: QEMU's own user networking takes their place. */
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

/** Moves the pod's paths below its folder on this machine and answers where they are then. */
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
    // The image behind it is not here.
    disk.children = childElements(disk).filter(({ name }) => name !== 'backingStore');
    const format = attribute(child(disk, 'driver'), 'type') ?? 'raw';
    return [{ path, podPath: path.slice(podFolder.length), format }];
  });

export interface AdaptedDomain {
  domain: XmlElement;
  disks: DiskFile[];
  /** Files and sockets in the pod's folder that QEMU makes or opens; their folders must be there. */
  paths: string[];
}

/**
 * What is started of a definition: the same, but for what a pod has and this machine has not. docs/lab.md lists it.
 * `podFolder` stands for the pod's root.
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
