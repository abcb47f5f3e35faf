import type { Manifest } from './manifests';

const NAMESPACE = 'scale';

/** `count` stopped VMs in a namespace of their own, to see how pages do with many. */
export const scaleManifests = (count: number): Manifest[] =>
  Array.from({ length: count }, (_unused, index) => ({
    place: '--vms',
    object: {
      apiVersion: 'kubevirt.io/v1',
      kind: 'VirtualMachine',
      metadata: { name: `vm-${String(index + 1)}`, namespace: NAMESPACE },
      spec: {
        runStrategy: 'Halted',
        template: {
          spec: {
            domain: {
              devices: { disks: [{ name: 'root', disk: { bus: 'virtio' } }] },
              memory: { guest: '1Gi' },
            },
            volumes: [{ name: 'root', containerDisk: { image: 'quay.io/containerdisks/fedora:latest' } }],
          },
        },
      },
    },
  }));
