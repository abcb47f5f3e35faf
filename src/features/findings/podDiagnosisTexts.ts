import type { DiagnosisTexts } from './diagnosisTexts';

type Id =
  | 'annotationBlank'
  | 'annotationMalformed'
  | 'configMapNotFound'
  | 'pvcNotFound'
  | 'volumeNameTwice'
  | 'volumeNameInvalid'
  | 'podRefused'
  | 'imageNotPulled'
  | 'containerNotStarted'
  | 'versionMissing'
  | 'versionUnsupported'
  | 'socketsNotCollected'
  | 'oldPodLingers'
  | 'sidecarEnded'
  | 'hookNotFound'
  | 'callbackSkipped'
  | 'cloudInitHookSkipped'
  | 'cloudInitVolumeMissing';

/** What goes wrong until the sidecars are there and can be called. */
export const podDiagnosisTexts: DiagnosisTexts<Id> = {
  annotationBlank: (t) => ({
    what: t('No pod is made because the annotation is empty'),
    why: t('KubeVirt accepts an empty annotation, and then cannot read it.'),
    cure: t('Remove the annotation.'),
  }),
  annotationMalformed: (t) => ({
    what: t('No pod is made because KubeVirt cannot read the annotation'),
    why: t('KubeVirt accepts any text, and reads it only when it makes the pod.'),
    cure: t('Repair the annotation.'),
  }),
  configMapNotFound: (t, params) => ({
    what: t('No pod is made because there is no ConfigMap {{name}}', params),
    why: t('KubeVirt looks in the namespace of the VM only.'),
    cure: t('Create the hook script, or choose another.'),
  }),
  pvcNotFound: (t, params) => ({
    what: t('The pod waits for PersistentVolumeClaim {{name}}, which is not there', params),
    why: t('A sidecar mounts it.'),
    cure: t('Create it, or choose another.'),
  }),
  volumeNameTwice: (t, params) => ({
    what: t('The pod is refused because two of its volumes are named {{name}}', params),
    why: t(
      'KubeVirt names a volume after the ConfigMap or PersistentVolumeClaim of each sidecar, and after each volume of the VM.',
    ),
    cure: t('Use each ConfigMap once, and no name that a volume of the VM has.'),
  }),
  volumeNameInvalid: (t) => ({
    what: t('The pod is refused because the name of a volume is not allowed'),
    why: t('KubeVirt names a volume after the ConfigMap. Such a name has no dots and at most 63 characters.'),
    cure: t('Copy the script into a ConfigMap with another name.'),
  }),
  podRefused: (t) => ({
    what: t('The pod is refused because a field of a sidecar has a value that is not allowed'),
    why: t('KubeVirt takes the fields over as they are.'),
    cure: t('Correct the sidecar.'),
  }),
  imageNotPulled: (t, params) => ({
    what: t('The image of {{container}} cannot be pulled: {{reason}}', params),
    why: t('Sidecars have no pull secret of their own.'),
    cure: t('Leave the image out, or correct its name.'),
  }),
  containerNotStarted: (t, params) => ({
    what: t('{{container}} could not be started', params),
    why: t('It never ran, so it has no log. Most often its image does not have the command.'),
    cure: t('Correct the command or the image of the sidecar.'),
  }),
  versionMissing: (t, params) => ({
    what: t('{{container}} ended because --version is missing', params),
    why: t('virt-launcher waits for the sidecar for minutes before it gives up.'),
    cure: t('Use --version v1alpha3.'),
  }),
  versionUnsupported: (t) => ({
    what: t('The sidecar and KubeVirt have no version in common'),
    why: t('virt-launcher waits for the sidecar for minutes before it gives up.'),
    cure: t(
      'Use --version v1alpha3. If the sidecar has an image that does not know it, leave the image out.',
    ),
  }),
  socketsNotCollected: (t) => ({
    what: t('virt-launcher waited for a sidecar in vain'),
    why: t('A sidecar ended, or never opened its socket. The VM cannot start without it.'),
    cure: t('Read the logs of the sidecars, and correct the one that ended.'),
  }),
  oldPodLingers: (t, params) => ({
    what: t('Pod {{pod}} does not end although its VM has left it', params),
    why: t(
      'Sidecars before v1alpha3 do not end with their pod, and neither does one whose script still runs. The next migration is refused.',
    ),
    cure: t('Delete the pod, and use --version v1alpha3.'),
  }),
  sidecarEnded: (t, params) => ({
    what: t('{{container}} ended with exit code {{exitCode}}', params),
    why: t('Without it virt-launcher cannot start the VM.'),
    cure: t('Read its log, and correct the sidecar.'),
  }),
  hookNotFound: (t, params) => ({
    what: t('{{container}} found no script for {{hookPoint}}', params),
    why: t(
      'The key is not in the ConfigMap, or the hook path is another. The script is skipped, and the VM starts unchanged.',
    ),
    cure: t('Correct the key or the hook path.'),
  }),
  callbackSkipped: (t) => ({
    what: t('A sidecar was not called for cloud-init data'),
    why: t('v1alpha1 has no preCloudInitIso.'),
    cure: t('Use --version v1alpha3.'),
  }),
  cloudInitHookSkipped: (t, params) => ({
    what: t('Only one of {{number}} preCloudInitIso scripts was run', { number: Number(params.count) }),
    why: t('KubeVirt calls one sidecar for cloud-init data, and skips the others without a word.'),
    cure: t('Put them into one script.'),
  }),
  cloudInitVolumeMissing: (t) => ({
    what: t('virt-launcher crashed because the VM has no cloud-init volume'),
    why: t('It has no data to hand to the preCloudInitIso script.'),
    cure: t('Add a cloud-init volume to the VM, or remove the sidecar.'),
  }),
};
