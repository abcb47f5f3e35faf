import { parseSidecars, serializeSidecars } from '../../annotation/annotation';
import { preventsWrite, type CheckContext, type Finding } from '../../checks/check';
import { runChecks } from '../../checks/runChecks';
import { SIDECARS_ANNOTATION } from '../../annotation/constants';
import type { JsonPatchOperation } from '../../json/jsonPointer';
import { addExtraVolume, type ExtraVolumeProblem } from '../extraVolume';
import { buildSidecarsPatch } from '../sidecarsPatch';
import type { VirtualMachine } from '../../objects/resources';
import type { Sidecar } from '../../annotation/sidecar';
import { addSidecar, replaceSidecar } from '../../annotation/sidecarList';
import { sidecarsOfVm, templateAnnotation } from '../../objects/vm';
import { isImageRequired, sidecarOfValues, type AttachValues } from './attachValues';

export interface AttachInput extends Omit<CheckContext, 'parsed'> {
  values: AttachValues;
  /** The sidecar that is edited; undefined adds one. */
  index: number | undefined;
  /** The base of an added sidecar: the edited one, if somebody else removed it meanwhile. */
  origin?: Sidecar | undefined;
}

/** Why it cannot be saved now. */
export type AttachBlocker =
  | 'noConfigMap'
  | 'noKey'
  | 'noPath'
  | 'pvcIncomplete'
  | 'noImage'
  | 'extraVolume'
  | 'finding'
  | 'nothingChanged';

/** The changes that saving makes. */
export interface AttachPlan {
  next: Sidecar[];
  /** The index of the form's sidecar in `next`. */
  index: number;
  /** The new text of the annotation. */
  annotation: string;
  operations: JsonPatchOperation[];
  /** The findings of this edit, without those that were there before. */
  findings: Finding[];
  extraVolumeProblem: ExtraVolumeProblem | undefined;
  blocker: AttachBlocker | undefined;
}

const incomplete = ({ values }: AttachInput): AttachBlocker | undefined => {
  if (values.source === 'existing') {
    if (values.configMap === '') return 'noConfigMap';
    if (values.key === '') return 'noKey';
    if (values.hookPoint === 'other' && values.otherPath === '') return 'noPath';
  }
  const { pvcName, pvcVolumePath, pvcSharedComputePath } = values;
  if ((pvcName === '' || pvcVolumePath === '') && pvcName + pvcVolumePath + pvcSharedComputePath !== '') {
    return 'pvcIncomplete';
  }
  return isImageRequired(values) && values.image === '' ? 'noImage' : undefined;
};

const withAnnotation = (vm: VirtualMachine, annotation: string): VirtualMachine => {
  const template = vm.spec.template ?? { spec: { domain: { devices: {} } } };
  const annotations = { ...template.metadata?.annotations, [SIDECARS_ANNOTATION]: annotation };
  return {
    ...vm,
    spec: { ...vm.spec, template: { ...template, metadata: { ...template.metadata, annotations } } },
  };
};

const identity = ({ id, place, params }: Finding): string => JSON.stringify([id, place, params]);

/** Findings about this sidecar, and all new ones. */
const concerning = (found: readonly Finding[], before: readonly Finding[], index: number): Finding[] => {
  const known = new Set(before.map(identity));
  return found.filter(
    (finding) =>
      (finding.place.kind === 'annotation' && finding.place.index === index) ||
      finding.id === 'gateOff' ||
      !known.has(identity(finding)),
  );
};

/** Computes what saving writes, and whether it can work. */
export const planAttach = (input: AttachInput): AttachPlan => {
  const { vm, values, index } = input;
  const before = sidecarsOfVm(vm);
  const base = index === undefined ? undefined : before[index];
  const sidecar = sidecarOfValues(values, base ?? input.origin);
  const next =
    index === undefined || base === undefined
      ? addSidecar(before, sidecar)
      : replaceSidecar(before, index, sidecar);
  const at = base === undefined ? next.length - 1 : (index ?? 0);
  const annotation = serializeSidecars(next);
  const seen = templateAnnotation(vm);
  const missing = incomplete(input);
  const findings =
    missing !== undefined
      ? []
      : concerning(
          runChecks({ ...input, parsed: { kind: 'parsed', text: annotation, sidecars: next } }),
          runChecks({ ...input, parsed: parseSidecars(seen) }),
          at,
        );

  const volume =
    values.hasExtraVolume && sidecar.configMap !== undefined
      ? addExtraVolume(withAnnotation(vm, annotation), values.extraVolumeName, sidecar.configMap.name)
      : undefined;
  const extraVolumeProblem = volume?.kind === 'refused' ? volume.problem : undefined;
  const operations = [
    // An entry without a real change keeps its text, so that nothing is written without need.
    ...buildSidecarsPatch({
      vm,
      seen,
      next: sameText(before, next) && seen !== undefined ? { raw: seen } : next,
    }).operations,
    ...(volume?.kind === 'patch' ? volume.operations : []),
  ];

  const blocker =
    missing ??
    (extraVolumeProblem === undefined ? undefined : 'extraVolume') ??
    (findings.some(preventsWrite) ? 'finding' : undefined) ??
    (operations.length === 0 ? 'nothingChanged' : undefined);
  return { next, index: at, annotation, operations, findings, extraVolumeProblem, blocker };
};

const sameText = (one: readonly Sidecar[], other: readonly Sidecar[]): boolean =>
  serializeSidecars(one) === serializeSidecars(other);
