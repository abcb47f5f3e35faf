import type { DiagnosisTexts } from './diagnosisTexts';

type Id =
  | 'hookWithoutEffect'
  | 'changeRepeated'
  | 'changeLost'
  | 'runningDiffers'
  | 'annotationOnVm'
  | 'templateDiffers'
  | 'scriptDiffers'
  | 'extraDisk';

/** Where what runs is not what is meant, though nothing failed. */
export const changeDiagnosisTexts: DiagnosisTexts<Id> = {
  hookWithoutEffect: (t, params) => ({
    what: t('The script of sidecar {{number}} changed nothing', { number: Number(params.index) + 1 }),
    why: t(
      'It returned its input as it was. Most often it looks for XML as virsh prints it, which is not what it gets.',
    ),
    cure: t('Compare what it looks for with its input.'),
  }),
  changeRepeated: (t, params) => ({
    what: t('The domain has it more than once: {{what}}', params),
    why: t('KubeVirt calls a script two or three times per start, and the script adds each time.'),
    cure: t('Add only what is not there yet.'),
  }),
  changeLost: (t, params) => ({
    what: t('A change got lost between two calls of the script: {{what}}', params),
    why: t('KubeVirt drops what it does not know between the calls, and the last call did not add it again.'),
    cure: t('Make the change whenever it is not there, not only the first time.'),
  }),
  runningDiffers: (t, params) => ({
    what: t('The running VM lacks what a script returned: {{what}}', params),
    why: t('libvirt was given it, but the domain that runs does not have it.'),
    cure: t('Restart the VM. If that does not help, libvirt does not keep the change.'),
  }),
  annotationOnVm: (t) => ({
    what: t('The annotation is on the VM itself, not on its template'),
    why: t('KubeVirt does not look there: the VM starts unchanged, and nothing says so.'),
    cure: t('Move it to spec.template.metadata.annotations.'),
  }),
  templateDiffers: (t, params) => ({
    what: t(
      'The running VM has other sidecars than its template: {{added}} added, {{changed}} changed, {{removed}} removed',
      params,
    ),
    why: t('KubeVirt reads the template at start only, and does not ask for a restart.'),
    cure: t('Restart the VM.'),
  }),
  scriptDiffers: (t, params) => ({
    what: t('ConfigMap {{configMap}} changed after the VM started', params),
    why: t('The running sidecar keeps the old script, and scripts run at start only.'),
    cure: t('Restart the VM.'),
  }),
  extraDisk: (t, params) => ({
    what: t('Volume {{volume}} is not needed, and adds a disk to the VM', params),
    why: t('KubeVirt mounts the ConfigMap of a sidecar by itself.'),
    cure: t('Remove the volume.'),
  }),
};
