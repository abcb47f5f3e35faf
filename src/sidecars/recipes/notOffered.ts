import { t } from '../findings/finding';

/** What people search for among the recipes although hook scripts are not the way to do it. */
export const NOT_OFFERED: readonly { wish: string; instead: string }[] = [
  {
    wish: t('CPU pinning, hugepages, NUMA, TPM, Hyper-V features, clock, panic device, vsock'),
    instead: t('KubeVirt has fields for all of them in the VM.'),
  },
  {
    wish: t('Raw SCSI commands to a LUN'),
    instead: t(
      'Red Hat’s add-on kubevirt-rawio-addon is the known way. A script cannot give the rights for it.',
    ),
  },
  {
    wish: t('Bandwidth of a network interface'),
    instead: t(
      'The libvirt of a VM runs in session mode, and refuses it. Limit the bandwidth in the network.',
    ),
  },
  {
    wish: t('Boot menu'),
    instead: t('Start the VM paused: KubeVirt then shows the menu for ten seconds.'),
  },
  {
    wish: t('Name, UUID, memory size or number of CPUs'),
    instead: t(
      'KubeVirt relies on them, and loses track of a VM that has others. They are fields of the VM.',
    ),
  },
  {
    wish: t('Hot-plugged disks and network interfaces'),
    instead: t('Scripts run only while a VM starts. For limits of disks, use a VolumeAttributesClass.'),
  },
  {
    wish: t('A container beside the VM, for metrics, logs or SSH'),
    instead: t('That is no hook. Add the container to the pod by a webhook or a MutatingAdmissionPolicy.'),
  },
];
