import type { Duplex } from 'node:stream';
import type { CloudInitData } from '../domain/cloudInitData';
import type { XmlElement } from '../domain/xmlTree';

export interface CommandResult {
  stdout: string;
  stderr: string;
  code: number;
}

/** The libvirt of one virt-launcher pod, with at most one domain. */
export interface PodLibvirt {
  /** Defines the domain and returns its persistent form, as `virsh dumpxml --inactive` shows it. Throws LibvirtError. */
  define: (xml: string) => Promise<XmlElement>;
  /**
   * Starts the last defined domain, with the data for its cloud-init disk, or its processors stopped. Throws LibvirtError.
   */
  start: (cloudInit: CloudInitData | undefined, isPaused: boolean) => Promise<void>;
  /** Stops the domain's processors. Throws LibvirtError. */
  suspend: () => Promise<void>;
  /** Lets the domain's processors run. Throws LibvirtError. */
  resume: () => Promise<void>;
  /** Runs virsh with these arguments: it sees only the pod's own domain, and cannot change anything. */
  virsh: (args: readonly string[]) => Promise<CommandResult>;
  /** The running domain's serial console; undefined without one or without a guest. A new client replaces the previous one. */
  console: () => Duplex | undefined;
  /** Ends the domain and removes its files. */
  stop: () => Promise<void>;
}

/** Creates a pod's libvirt: a simulated one, or one that runs QEMU on this machine. */
export type LibvirtFactory = (pod: { uid: string }) => PodLibvirt;
