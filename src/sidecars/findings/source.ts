import { sameSidecar } from '../annotation/annotation';
import { removeSidecar } from '../annotation/sidecarList';
import { isOlderThan, nearestOr, optionalParam, replacing, sidecarCheck } from '../checks/sidecarCheck';
import { neededImage } from '../featureGate/versionLacks';
import { checkDnsLabel, LABEL_RULES, type NameProblem } from '../objects/names';
import { volumeNames } from '../objects/vm';
import { originOf } from '../objects/vmOrigin';
import type { VirtualMachine } from '../objects/resources';
import { configMapKeys } from '../scripts/configMapKeys';
import { nearestName } from '../text/nearestName';
import { t, type Params } from './finding';

const originParams = (vm: VirtualMachine): Params => {
  const origin = originOf(vm);
  return origin === undefined
    ? {}
    : origin.from === 'template'
      ? { from: origin.from, template: origin.template, fromNamespace: origin.namespace }
      : { from: origin.from };
};

const whyMissing = ({ from }: Params): string => {
  switch (from) {
    case 'clone':
      return t(
        'The VM was made as a clone, which gets the annotation but not the ConfigMap. Without the ConfigMap KubeVirt makes no pod.',
      );
    case 'restore':
      return t(
        'The VM was restored from a snapshot, which has the annotation but not the ConfigMap. Without the ConfigMap KubeVirt makes no pod.',
      );
    case 'template':
      return t(
        'The VM was made from template {{template}} of namespace {{fromNamespace}}. KubeVirt looks in the namespace of the VM only. Without the ConfigMap it makes no pod.',
      );
    default:
      return t('KubeVirt looks in this namespace only. Without the ConfigMap it makes no pod.');
  }
};

/** What can be wrong with where a sidecar takes its script from. */
export const sourceChecks = {
  configMapUnsupported: sidecarCheck({
    severity: 'error',
    skipsScript: 'error',
    title: t('KubeVirt too old'),
    what: t('KubeVirt {{version}} does not mount scripts'),
    why: t('ConfigMaps and PersistentVolumeClaims of sidecars are ignored before KubeVirt 1.2.'),
    cure: t('Use an image that holds the script, or upgrade KubeVirt.'),
    find: ({ sidecar, context }) =>
      isOlderThan(context, 1, 2)
        ? (['configMap', 'pvc'] as const)
            .filter((field) => sidecar[field] !== undefined)
            .map((field) => ({ field, params: { version: context.kubevirtVersion ?? '' } }))
        : [],
  }),
  imageMissing: sidecarCheck({
    severity: 'error',
    title: t('Image missing'),
    what: t('KubeVirt {{version}} needs an image'),
    why: t('KubeVirt has a default image for sidecars from 1.3 on.'),
    cure: t('Set the sidecar-shim image of your KubeVirt version: {{image}}'),
    find: (checked) => {
      const { sidecar, context } = checked;
      const image = neededImage(context.kubevirtVersion);
      return (sidecar.image ?? '') === '' && image !== undefined
        ? [
            {
              field: 'image',
              params: { version: context.kubevirtVersion ?? '', image },
              fix: replacing(checked, { ...sidecar, image }),
            },
          ]
        : [];
    },
  }),
  /** ConfigMap names may have dots and 253 characters; the pod volume named after one may not. */
  configMapNameNotLabel: sidecarCheck({
    severity: 'error',
    title: t('Name not allowed'),
    what: t('"{{name}}" cannot be the name of a pod volume'),
    why: (): string => t('KubeVirt names a pod volume after the ConfigMap, and the pod is refused. {{rule}}'),
    cure: t('Copy the script into a ConfigMap with another name.'),
    sentences: { rule: ({ problem }) => LABEL_RULES[problem as NameProblem] },
    find: ({ sidecar }) => {
      const name = sidecar.configMap?.name;
      const problem = name === undefined ? undefined : checkDnsLabel(name);
      return name === undefined || problem === undefined
        ? []
        : [{ field: 'configMap.name', params: { name, problem } }];
    },
  }),
  duplicateConfigMap: sidecarCheck({
    severity: 'error',
    title: t('ConfigMap used twice'),
    what: t('ConfigMap {{name}} is already used by sidecar {{number}} of this VM'),
    why: t(
      'KubeVirt names a pod volume after the ConfigMap of each sidecar. Two of the same name, and the pod is refused: the VM does not start.',
    ),
    cure: t('Put both scripts into one, or this one into a ConfigMap of its own.'),
    find: ({ sidecar, index, all }) => {
      const name = sidecar.configMap?.name;
      const first = all.findIndex((other) => other.configMap?.name === name);
      const other = all[first];
      return name === undefined || name === '' || first === index || other === undefined
        ? []
        : [
            {
              field: 'configMap.name',
              params: { name, number: first + 1 },
              // The same twice does nothing more than once; which of two scripts is meant only the user knows.
              fix: sameSidecar(sidecar, other)
                ? { kind: 'sidecars', next: () => removeSidecar(all, index) }
                : undefined,
            },
          ];
    },
  }),
  /** The VM's volumes become pod volumes of the same names, beside those of the sidecars. */
  volumeNameClash: sidecarCheck({
    severity: 'error',
    title: t('Volume name taken'),
    what: t('The VM has a volume named {{name}}'),
    why: t(
      'KubeVirt makes a pod volume of the same name for the sidecar. Two of one name, and the pod is refused: the VM does not start.',
    ),
    cure: t('Rename the volume of the VM, or use another name for the source of the script.'),
    find: ({ sidecar, context }) => {
      const taken = volumeNames(context.vm);
      return (['configMap', 'pvc'] as const).flatMap((source) => {
        const name = sidecar[source]?.name;
        return name !== undefined && taken.includes(name)
          ? [{ field: `${source}.name`, params: { name } }]
          : [];
      });
    },
  }),
  /** Kubernetes refuses a pod with a claim without a name, or that mounts it nowhere. */
  pvcFieldMissing: sidecarCheck({
    severity: 'error',
    title: t('PVC field missing'),
    what: t('The field {{field}} of the PersistentVolumeClaim is missing or empty'),
    why: t('The pod is refused: the VM does not start.'),
    cure: t('Set the name of the claim, and volumePath to where the sidecar finds its files.'),
    find: ({ sidecar: { pvc } }) =>
      (['name', 'volumePath'] as const)
        .filter((field) => pvc?.[field] === '')
        .map((field) => ({ field: `pvc.${field}`, params: { field } })),
  }),
  pvcNameClash: sidecarCheck({
    severity: 'error',
    title: t('PVC name taken'),
    what: t('Sidecar {{number}} already makes a pod volume named {{name}}'),
    why: t('Two pod volumes of one name, and the pod is refused: the VM does not start.'),
    cure: t('Use another PersistentVolumeClaim.'),
    find: ({ sidecar, index, all }) => {
      const name = sidecar.pvc?.name;
      if (name === undefined || name === '') {
        return [];
      }
      const other = all.findIndex(
        ({ configMap, pvc }, at) => configMap?.name === name || (at < index && pvc?.name === name),
      );
      return other < 0 ? [] : [{ field: 'pvc.name', params: { name, number: other + 1 } }];
    },
  }),
  configMapMissing: sidecarCheck({
    severity: 'error',
    title: t('ConfigMap missing'),
    what: t('There is no ConfigMap {{name}} in the namespace of the VM'),
    why: whyMissing,
    cure: t('Create the hook script, copy it from another namespace, or choose another.'),
    find: ({ sidecar, context: { configMaps, vm } }) => {
      const name = sidecar.configMap?.name;
      return name === undefined || name === '' || configMaps === undefined || configMaps.has(name)
        ? []
        : [{ field: 'configMap.name', params: { name, ...originParams(vm) } }];
    },
  }),
  pvcMissing: sidecarCheck({
    severity: 'error',
    title: t('PVC missing'),
    what: t('There is no PersistentVolumeClaim {{name}} in the namespace'),
    why: t('The pod of the VM waits for it and is never scheduled.'),
    cure: t('Create it, or choose another.'),
    find: ({ sidecar, context }) => {
      const name = sidecar.pvc?.name;
      return name === undefined || name === '' || context.pvcs === undefined || context.pvcs.has(name)
        ? []
        : [{ field: 'pvc.name', params: { name } }];
    },
  }),
  keyMissing: sidecarCheck({
    severity: 'error',
    skipsScript: 'error',
    title: t('Key missing'),
    what: t('ConfigMap {{name}} has no key {{key}}'),
    why: t('An empty directory takes the place of the script: the VM starts unchanged, and nothing says so.'),
    cure: nearestOr(t('Choose a key that the ConfigMap has.')),
    find: (checked) => {
      const source = checked.sidecar.configMap;
      const configMap = source && checked.context.configMaps?.get(source.name);
      const keys = configMap && configMapKeys(configMap);
      if (source === undefined || keys === undefined || keys.includes(source.key)) {
        return [];
      }
      const nearest = keys.length === 1 ? keys[0] : nearestName(source.key, keys);
      return [
        {
          field: 'configMap.key',
          params: { name: source.name, key: source.key, ...optionalParam('nearest', nearest) },
          fix:
            nearest === undefined
              ? undefined
              : replacing(checked, { ...checked.sidecar, configMap: { ...source, key: nearest } }),
        },
      ];
    },
  }),
};
