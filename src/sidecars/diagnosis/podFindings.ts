import { parseSidecars } from '../annotation/annotation';
import { instanceAnnotation, templateAnnotation } from '../objects/vm';
import type { CureAction } from './diagnosisModel';
import { editSidecarOf, type Facts } from './facts';
import type { Message } from './messages';
import { textRules } from './textRule';

const OBJECTS: readonly Message['from'][] = ['condition', 'event', 'container', 'answer'];

const isBlank = ({ input: { vm, vmi } }: Facts): boolean => {
  const text = (vmi && instanceAnnotation(vmi)) ?? (vm && templateAnnotation(vm));
  return text?.trim() === '';
};

/** What to do about the annotation; where the template's can be read by now, its instance only has to be another one. */
const annotationCure =
  (otherwise: CureAction) =>
  ({ input: { vm } }: Facts): CureAction =>
    vm === undefined || parseSidecars(templateAnnotation(vm)).kind === 'malformed'
      ? otherwise
      : { kind: 'restart' };

/** The number of the sidecar that takes its script, or its PVC, from `name`. */
const sidecarOf = ({ sidecars }: Facts, name: unknown): number | undefined => {
  const number = sidecars.findLastIndex(
    ({ configMap, pvc }) => configMap?.name === name || pvc?.name === name,
  );
  return number < 0 ? undefined : number;
};

const isOfSidecar = (facts: Facts, { text }: Message): boolean =>
  facts.sidecars.some(({ configMap, pvc }) =>
    [configMap?.name, pvc?.name].some(
      (name) => name !== undefined && name !== '' && text.includes(`"${name}"`),
    ),
  );

/** Why no pod is made of an instance, or the pod is refused. */
export const podFindings = textRules([
  {
    id: 'annotationBlank',
    severity: 'error',
    cause: 'annotation',
    from: OBJECTS,
    pattern: /failed to render launch manifest: .*unexpected end of JSON input/s,
    holds: isBlank,
    cure: annotationCure({ kind: 'removeAnnotation' }),
  },
  {
    id: 'configMapNotFound',
    severity: 'error',
    cause: 'configMap',
    from: OBJECTS,
    pattern: /configmaps? "([^"]+)" not found/i,
    holds: isOfSidecar,
    cure: (_facts, { name }) => ({ kind: 'createScript', configMap: String(name) }),
  },
  {
    id: 'pvcNotFound',
    severity: 'error',
    cause: 'annotation',
    from: OBJECTS,
    pattern: /persistentvolumeclaims? "([^"]+)" not found/i,
    holds: isOfSidecar,
    cure: (facts, { name }) => editSidecarOf(facts, sidecarOf(facts, name)),
  },
  {
    id: 'annotationMalformed',
    severity: 'error',
    cause: 'annotation',
    from: OBJECTS,
    pattern:
      /failed to render launch manifest: .*(?:invalid character|unexpected end of JSON input|cannot unmarshal|unexpected EOF)/s,
    cure: annotationCure({ kind: 'editSidecars' }),
  },
  {
    id: 'volumeNameTwice',
    severity: 'error',
    cause: 'annotation',
    from: OBJECTS,
    pattern: /spec\.volumes\[\d+\]\.name: Duplicate value: "([^"]+)"/,
    cure: (facts, { name }) => editSidecarOf(facts, sidecarOf(facts, name)),
  },
  {
    id: 'volumeNameInvalid',
    severity: 'error',
    cause: 'annotation',
    from: OBJECTS,
    pattern:
      /spec\.volumes\[\d+\]\.name: .*?(?:must not contain dots|must be no more than 63 (?:characters|bytes)|RFC 1123 label)/s,
    cure: () => ({ kind: 'editSidecars' }),
  },
  {
    id: 'podRefused',
    severity: 'error',
    cause: 'annotation',
    from: OBJECTS,
    pattern:
      /(?:imagePullPolicy: Unsupported value|volumeMounts\[\d+\]\.mountPath: Required value|volumeMounts\[\d+\]\.mountPath: Invalid value)/,
    cure: () => ({ kind: 'editSidecars' }),
  },
]);
