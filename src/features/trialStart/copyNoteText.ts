import type { TFunction } from 'i18next';
import type { CopyNote } from '../../sidecars/trialStart/copyNote';
import type { UnrecordedHook } from '../../sidecars/trialStart/recordedHooks';
import { visibleText } from '../../sidecars/text/visibleText';

/** What a copy has other than its VM, and what a script sees of that. */
export const copyNoteText = (t: TFunction, { code, names }: CopyNote): string => {
  const list = names.map((name) => visibleText(name)).join(', ');
  switch (code) {
    case 'emptyDisks':
      return t('Empty disks in place of {{list}}: their <source> and <driver> are not those of the VM.', {
        list,
      });
    case 'lunsAsDisks':
      return t('Plain disks in place of the LUNs {{list}}.', { list });
    case 'shareable':
      return t('{{list}}: not shareable, so that <shareable> is missing.', { list });
    case 'missingDisks':
      return t('No disks {{list}}.', { list });
    case 'filesystems':
      return t('No shared file systems {{list}}, and so no shared memory for them.', { list });
    case 'hostDevices':
      return t('No devices of the host ({{list}}): a script that looks for <hostdev> finds none.', { list });
    case 'sriov':
      return t('No SR-IOV interfaces {{list}}.', { list });
    case 'macAddresses':
      return t('Other MAC addresses for {{list}}.', { list });
    case 'hostName':
      return t('No host name of its own, which belongs to the VM.');
    case 'cpuPlacement':
      return t('No dedicated CPUs, NUMA or real time: <cputune> and <numatune> are missing.');
    case 'hugepages':
      return t('No huge pages: <memoryBacking> differs.');
    case 'lessMemory':
      return t('{{less}} of memory, while the VM has {{memory}}.', { memory: names[0], less: names[1] });
    case 'memoryHotplug':
      return t('No memory hotplug: <maxMemory> is missing.');
    case 'persistentState':
      return t('No persistent state of TPM or EFI.');
    case 'accessCredentials':
      return t('No access credentials.');
    case 'probes':
      return t('No probes.');
    case 'affinity':
      return t('No affinity and no priority: it may start on another node than the VM.');
    case 'annotations':
      return t('Without the annotations {{list}}.', { list });
    case 'secretsMounted':
      return t('Its pod mounts the same secrets and configuration: {{list}}.', { list });
    case 'otherFields':
      return t('Without the fields {{list}}, which this plugin does not know.', { list });
  }
};

/** Why the calls of a hook cannot be shown. */
export const unrecordedText = (t: TFunction, reason: UnrecordedHook['reason']): string => {
  switch (reason) {
    case 'noConfigMap':
      return t('It has its own image and no ConfigMap, so that its calls cannot be recorded.');
    case 'noHookPoint':
      return t('KubeVirt does not find a script at its path, and so does not call it.');
    case 'noScript':
      return t('Its ConfigMap or its key is missing, or it is not text.');
    case 'refusedName':
      return t('KubeVirt refuses the name of its ConfigMap, or that two hooks use it.');
    case 'tooLong':
      return t('It is too long to be recorded.');
  }
};
