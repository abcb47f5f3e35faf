/** What a definition takes from the host it is made on. */
export interface LibvirtHost {
  emulator: string;
  /** Machine type that an alias such as `q35` stands for. */
  machines: Record<string, string>;
  /** Where the host end of a guest agent channel without a path is made. */
  channelDir: (domainId: number, domainName: string) => string;
  /** CPU that `host-model` becomes when the domain runs. */
  hostCpu: { model: string; vendor: string; features: string[] };
  /** Owner of the running QEMU process; undefined where libvirt manages none. */
  owner: string | undefined;
}

/** A virt-launcher of the 1.9 line. */
export const virtLauncherHost: LibvirtHost = {
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
