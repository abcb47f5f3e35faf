import { labelProblemText } from '../../components/nameProblemText';
import type { FindingTexts } from './findingText';

type SourceFindingId =
  | 'duplicateConfigMap'
  | 'configMapNameNotLabel'
  | 'volumeNameClash'
  | 'pvcNameClash'
  | 'pvcMissing'
  | 'configMapMissing'
  | 'keyMissing'
  | 'hookPathMissing'
  | 'hookPathUnknown'
  | 'severalPreCloudInitIso'
  | 'preCloudInitIsoWithoutCloudInit'
  | 'noScript';

/** What can be wrong with where a sidecar takes its script from, and where it puts it. */
export const sourceFindingTexts: FindingTexts<SourceFindingId> = {
  duplicateConfigMap: (t, params) => ({
    what: t('ConfigMap {{name}} is already used by sidecar {{number}} of this VM', {
      ...params,
      number: Number(params.first) + 1,
    }),
    why: t(
      'KubeVirt names a pod volume after the ConfigMap of each sidecar. Two of the same name, and the pod is refused: the VM does not start.',
    ),
    cure: t('Put both scripts into one, or this one into a ConfigMap of its own.'),
  }),
  configMapNameNotLabel: (t, params) => ({
    what: t('"{{name}}" cannot be the name of a pod volume', params),
    why: t('KubeVirt names a pod volume after the ConfigMap, and the pod is refused. {{rule}}', {
      rule: labelProblemText(t, String(params.name)) ?? '',
    }),
    cure: t('Copy the script into a ConfigMap with another name.'),
  }),
  volumeNameClash: (t, params) => ({
    what: t('The VM has a volume named {{name}}', params),
    why: t(
      'KubeVirt makes a pod volume of the same name for the sidecar. Two of one name, and the pod is refused: the VM does not start.',
    ),
    cure: t('Rename the volume of the VM, or use another name for the source of the script.'),
  }),
  pvcNameClash: (t, params) => ({
    what: t('Sidecar {{number}} already makes a pod volume named {{name}}', {
      ...params,
      number: Number(params.other) + 1,
    }),
    why: t('Two pod volumes of one name, and the pod is refused: the VM does not start.'),
    cure: t('Use another PersistentVolumeClaim.'),
  }),
  pvcMissing: (t, params) => ({
    what: t('There is no PersistentVolumeClaim {{name}} in the namespace', params),
    why: t('The pod of the VM waits for it and is never scheduled.'),
    cure: t('Create it, or choose another.'),
  }),
  configMapMissing: (t, params) => ({
    what: t('There is no ConfigMap {{name}} in the namespace of the VM', params),
    why: t('KubeVirt looks in this namespace only, and makes no pod when it finds nothing.'),
    cure: t('Create the hook script, or choose another.'),
  }),
  keyMissing: (t, params) => ({
    what: t('ConfigMap {{name}} has no key {{key}}', params),
    why: t('An empty directory takes the place of the script: the VM starts unchanged, and nothing says so.'),
    cure:
      params.nearest === undefined
        ? t('Choose a key that the ConfigMap has.')
        : t('Did you mean {{nearest}}?', params),
  }),
  hookPathMissing: (t) => ({
    what: t('No hook point is chosen'),
    why: t('The path of the script is empty, and the pod is refused: the VM does not start.'),
    cure: t('Choose a hook point.'),
  }),
  hookPathUnknown: (t, params) => ({
    what: t('No hook point is found at {{hookPath}}', params),
    why: t(
      'KubeVirt looks for onDefineDomain and preCloudInitIso in /usr/bin and the rest of $PATH. What has another name or place is skipped: the VM starts unchanged, and nothing says so.',
    ),
    cure: params.nearest === undefined ? t('Choose a hook point.') : t('Did you mean {{nearest}}?', params),
  }),
  severalPreCloudInitIso: (t, params) => ({
    what: t('Only one of {{number}} preCloudInitIso scripts runs', { number: Number(params.count) }),
    why: t(
      'KubeVirt calls one sidecar for cloud-init data, and does not keep to the order of the list. The others are skipped, and nothing says so.',
    ),
    cure: t('Put them into one script.'),
  }),
  preCloudInitIsoWithoutCloudInit: (t) => ({
    what: t('The VM has no cloud-init volume'),
    why: t('virt-launcher crashes when a preCloudInitIso script has no cloud-init data to change.'),
    cure: t('Add a cloud-init volume to the VM first, or use onDefineDomain.'),
  }),
  noScript: (t) => ({
    what: t('This sidecar has no script'),
    why: t('KubeVirt’s own image does nothing without one.'),
    cure: t('Choose a hook script, or remove the sidecar.'),
  }),
};
