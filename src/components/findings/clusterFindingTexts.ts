import type { FindingTexts } from './findingText';

type ClusterFindingId = 'imageSet' | 'imageMissing' | 'configMapUnsupported' | 'gateOff';

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
    cure: t('Set the sidecar-shim image of your KubeVirt version.'),
  }),
  configMapUnsupported: (t, params) => ({
    what: t('KubeVirt {{version}} does not mount scripts', params),
    why: t('ConfigMaps and PersistentVolumeClaims of sidecars are ignored before KubeVirt 1.2.'),
    cure: t('Use an image that holds the script, or upgrade KubeVirt.'),
  }),
  gateOff: (t) => ({
    what: t('The feature gate Sidecar is off'),
    why: t('KubeVirt refuses every change of a VM that has hook sidecars, and its start.'),
    cure: t('Ask a cluster administrator to enable it on the Feature gate tab.'),
  }),
};
