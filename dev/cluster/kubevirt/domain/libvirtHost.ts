/** The properties of a host that influence a definition. */
export interface LibvirtHost {
  emulator: string;
  /** The machine type of an alias such as `q35`. */
  machines: Record<string, string>;
  /** The folder of the host's socket for a guest agent channel without a path. */
  channelDir: (domainId: number, domainName: string) => string;
  /** The CPU model of `host-model` in a running domain. */
  hostCpu: { model: string; vendor: string; features: string[] };
  /** The owner of the QEMU process; undefined if libvirt does not manage owners. */
  owner: string | undefined;
}

/** A virt-launcher of the 1.9 line. */
export const VIRT_LAUNCHER_HOST: LibvirtHost = {
  emulator: '/usr/libexec/qemu-kvm',
  machines: { q35: 'pc-q35-rhel9.6.0', pc: 'pc-q35-rhel9.6.0' },
  channelDir: (id, name) => `/var/run/kubevirt-private/libvirt/qemu/run/channel/${id}-${name}`,
  hostCpu: {
    model: 'Skylake-Server-IBRS',
    vendor: 'Intel',
    features: [
      'ss',
      'vmx',
      'pdcm',
      'hypervisor',
      'tsc_adjust',
      'clflushopt',
      'umip',
      'pku',
      'md-clear',
      'ssbd',
      'xsaves',
    ],
  },
  owner: undefined,
};
