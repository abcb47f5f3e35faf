import type { FindingTexts } from './findingText';

type ClusterFindingId =
  'imageSet' | 'imageMissing' | 'configMapUnsupported' | 'versionUnsupported' | 'argumentTooLong' | 'gateOff';

/** What does not fit the cluster that the VM runs on. */
export const clusterFindingTexts: FindingTexts<ClusterFindingId> = {
  imageSet: (t, params) => ({
    what: t('The image is fixed: {{image}}', params),
    why: t('It ages while KubeVirt is upgraded. Without it KubeVirt takes the image that fits its version.'),
    cure: t('Leave the image out.'),
  }),
  imageMissing: (t, params) => ({
    what: t('KubeVirt {{version}} needs an image', params),
    why: t('Only KubeVirt 1.3 and later know an image of their own for sidecars.'),
    cure: t('Set the sidecar-shim image of your KubeVirt version: {{image}}', params),
  }),
  configMapUnsupported: (t, params) => ({
    what: t('KubeVirt {{version}} does not mount scripts', params),
    why: t('ConfigMaps and PersistentVolumeClaims of sidecars are ignored before KubeVirt 1.2.'),
    cure: t('Use an image that holds the script, or upgrade KubeVirt.'),
  }),
  versionUnsupported: (t, params) => ({
    what: t('KubeVirt {{kubevirt}} does not know --version {{version}}', params),
    why: t('The sidecar ends at once, and virt-launcher waits for it for minutes before it gives up.'),
    cure: t('Use --version v1alpha2, or upgrade KubeVirt to 1.2 or later.'),
  }),
  argumentTooLong: (t, params) => ({
    what: t('The template of the VM takes {{bytes}} of {{limit}} bytes that an argument may have', params),
    why: t(
      'Each script gets the whole instance as one argument. Above the limit it cannot be started: argument list too long.',
    ),
    cure: t('Move cloud-init user data into a Secret, or make it smaller.'),
  }),
  gateOff: (t) => ({
    what: t('The feature gate Sidecar is off'),
    why: t('KubeVirt refuses every change of a VM that has hook sidecars, and its start.'),
    cure: t('A cluster administrator can enable it on the Feature gate tab.'),
  }),
};
