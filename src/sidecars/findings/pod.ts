import { parseSidecars } from '../annotation/annotation';
import type { DiagnosisEntry } from '../diagnosis/diagnosisEntry';
import type { CureAction } from '../diagnosis/diagnosisModel';
import { editSidecarOf, type Facts } from '../diagnosis/facts';
import type { Message } from '../diagnosis/messages';
import { instanceAnnotation, templateAnnotation } from '../objects/vm';
import { t, type Params } from './finding';

const OBJECTS: readonly Message['from'][] = ['condition', 'event', 'container'];

const isBlank = ({ input: { vm, vmi } }: Facts): boolean => {
  const text = (vmi && instanceAnnotation(vmi)) ?? (vm && templateAnnotation(vm));
  return text?.trim() === '';
};

/** What to do about the annotation; where the template's can be read by now, its instance only has to be another one. */
const annotationAction =
  (otherwise: CureAction) =>
  ({ input: { vm } }: Facts): CureAction =>
    vm === undefined || parseSidecars(templateAnnotation(vm)).kind === 'malformed'
      ? otherwise
      : { kind: 'restart' };

/** Opens the sidecar that takes its script, or its PVC, from what the message names. */
const editNamed = (facts: Facts, { name }: Params): CureAction | undefined => {
  const number = facts.sidecars.findLastIndex(
    ({ configMap, pvc }) => configMap?.name === name || pvc?.name === name,
  );
  return editSidecarOf(facts, number < 0 ? undefined : number);
};

const isOfSidecar = (facts: Facts, { text }: Message): boolean =>
  facts.sidecars.some(({ configMap, pvc }) =>
    [configMap?.name, pvc?.name].some(
      (name) => name !== undefined && name !== '' && text.includes(`"${name}"`),
    ),
  );

/** Why no pod is made of an instance, or the pod is refused. */
export const podEntries = {
  annotationBlank: {
    severity: 'error',
    cause: 'annotation',
    what: t('No pod is made because the annotation is empty'),
    why: t('KubeVirt accepts an empty annotation, and then cannot read it.'),
    cure: t('Remove the annotation.'),
    foretoldBy: ['blankAnnotation'],
    said: {
      from: OBJECTS,
      pattern: /failed to render launch manifest: .*unexpected end of JSON input/s,
      holds: isBlank,
      action: annotationAction({ kind: 'removeAnnotation' }),
    },
  },
  annotationMalformed: {
    severity: 'error',
    cause: 'annotation',
    what: t('No pod is made because KubeVirt cannot read the annotation'),
    why: t('KubeVirt accepts any text, and reads it only when it makes the pod.'),
    cure: t('Repair the annotation.'),
    foretoldBy: ['malformedAnnotation'],
    said: {
      from: OBJECTS,
      pattern:
        /failed to render launch manifest: .*(?:invalid character|unexpected end of JSON input|cannot unmarshal|unexpected EOF)/s,
      action: annotationAction({ kind: 'editSidecars' }),
    },
  },
  configMapNotFound: {
    severity: 'error',
    cause: 'configMap',
    what: t('No pod is made because there is no ConfigMap {{name}}'),
    why: t('KubeVirt looks in the namespace of the VM only.'),
    cure: t('Create the hook script, or choose another.'),
    foretoldBy: ['configMapMissing'],
    said: {
      from: OBJECTS,
      pattern: /configmaps? "(?<name>[^"]+)" not found/i,
      holds: isOfSidecar,
      action: (_facts, { name }) => ({ kind: 'createScript', configMap: String(name) }),
    },
  },
  pvcNotFound: {
    severity: 'error',
    cause: 'annotation',
    what: t('The pod waits for PersistentVolumeClaim {{name}}, which is not there'),
    why: t('A sidecar mounts it.'),
    cure: t('Create it, or choose another.'),
    foretoldBy: ['pvcMissing'],
    said: {
      from: OBJECTS,
      pattern: /persistentvolumeclaims? "(?<name>[^"]+)" not found/i,
      holds: isOfSidecar,
      action: editNamed,
    },
  },
  volumeNameTwice: {
    severity: 'error',
    cause: 'annotation',
    what: t('The pod is refused because two of its volumes are named {{name}}'),
    why: t(
      'KubeVirt names a volume after the ConfigMap or PersistentVolumeClaim of each sidecar, and after each volume of the VM.',
    ),
    cure: t('Use each ConfigMap once, and no name that a volume of the VM has.'),
    foretoldBy: ['duplicateConfigMap', 'volumeNameClash', 'pvcNameClash'],
    said: {
      from: OBJECTS,
      pattern: /spec\.volumes\[\d+\]\.name: Duplicate value: "(?<name>[^"]+)"/,
      action: editNamed,
    },
  },
  volumeNameInvalid: {
    severity: 'error',
    cause: 'annotation',
    what: t('The pod is refused because the name of a volume is not allowed'),
    why: t('KubeVirt names a volume after the ConfigMap. Such a name has no dots and at most 63 characters.'),
    cure: t('Copy the script into a ConfigMap with another name.'),
    foretoldBy: ['configMapNameNotLabel'],
    said: {
      from: OBJECTS,
      pattern:
        /spec\.volumes\[\d+\]\.name: .*?(?:must not contain dots|must be no more than 63 (?:characters|bytes)|RFC 1123 label)/s,
      action: () => ({ kind: 'editSidecars' }),
    },
  },
  podRefused: {
    severity: 'error',
    cause: 'annotation',
    what: t('The pod is refused because a field of a sidecar has a value that is not allowed'),
    why: t('KubeVirt takes the fields over as they are.'),
    cure: t('Correct the sidecar.'),
    foretoldBy: ['badImagePullPolicy', 'hookPathMissing', 'pvcFieldMissing'],
    said: {
      from: OBJECTS,
      pattern:
        /(?:imagePullPolicy: Unsupported value|volumeMounts\[\d+\]\.mountPath: Required value|volumeMounts\[\d+\]\.mountPath: Invalid value)/,
      action: () => ({ kind: 'editSidecars' }),
    },
  },
} satisfies Record<string, DiagnosisEntry>;
