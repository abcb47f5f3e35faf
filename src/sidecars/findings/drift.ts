import type { DiagnosisEntry } from '../diagnosis/diagnosisEntry';
import { t } from './finding';

/** Where what runs is not what is meant, though nothing failed. */
export const driftEntries = {
  changeRepeated: {
    severity: 'warning',
    cause: 'script',
    what: t('The domain has it more than once: {{what}}'),
    why: t('KubeVirt calls a script two or three times per start, and the script adds each time.'),
    cure: t('Add only what is not there yet.'),
    foretoldBy: ['appendUnguarded'],
  },
  changeLost: {
    severity: 'warning',
    cause: 'script',
    what: t('A change was lost between two calls of the script: {{what}}'),
    why: t('KubeVirt drops what it does not know between the calls, and the last call did not add it again.'),
    cure: t('Make the change whenever it is not there, not only the first time.'),
  },
  annotationOnVm: {
    severity: 'warning',
    cause: 'annotation',
    what: t('The annotation is on the VM itself, not on its template'),
    why: t('KubeVirt does not look there: the VM starts unchanged, and nothing says so.'),
    cure: t('Move it to spec.template.metadata.annotations.'),
    foretoldBy: ['annotationOnVmMetadata'],
  },
  templateDiffers: {
    severity: 'warning',
    cause: 'drift',
    what: t(
      'The running VM has other sidecars than its template: {{added}} added, {{changed}} changed, {{removed}} removed',
    ),
    why: t('KubeVirt reads the template at start only, and does not ask for a restart.'),
    cure: t('Restart the VM.'),
  },
  scriptDiffers: {
    severity: 'warning',
    cause: 'drift',
    what: t('ConfigMap {{configMap}} changed after the VM started'),
    why: t('The running sidecar keeps the old script, and scripts run at start only.'),
    cure: t('Restart the VM.'),
  },
  extraDisk: {
    severity: 'advice',
    cause: 'annotation',
    what: t('Volume {{volume}} is not needed, and adds a disk to the VM'),
    why: t('KubeVirt mounts the ConfigMap of a sidecar by itself.'),
    cure: t('Remove the volume.'),
  },
} satisfies Record<string, DiagnosisEntry>;
