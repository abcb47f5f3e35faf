import { prettyAnnotation } from './attach/rebase';
import { parseSidecars } from '../annotation/annotation';
import type { CheckContext, Finding } from '../checks/check';
import { runChecks } from '../checks/runChecks';
import type { JsonPatchOperation } from '../json/jsonPointer';
import { removeExtraVolume } from './extraVolume';
import { buildSidecarsPatch, type SidecarsPatchInput } from './sidecarsPatch';
import { buildAnnotationMove } from './vmAnnotationMove';
import type { VirtualMachine } from '../objects/resources';
import { misplacedAnnotation, templateAnnotation } from '../objects/vm';
import { serializeSidecars } from '../annotation/annotation';

/** What an edit writes, with what it changes before and after as readable JSON. */
export interface PlannedEdit {
  operations: JsonPatchOperation[];
  before: string;
  after: string;
}

/** Works an intention out for the VM as it is now; undefined when nothing is left to do. */
export type VmEdit = (vm: VirtualMachine) => PlannedEdit | undefined;

const planned = (
  vm: VirtualMachine,
  operations: JsonPatchOperation[],
  after: string | undefined,
): PlannedEdit | undefined =>
  operations.length === 0
    ? undefined
    : { operations, before: prettyAnnotation(templateAnnotation(vm)), after: prettyAnnotation(after) };

/** Writes this list, or this text as it is, over whatever the annotation is when it is read. */
export const writeSidecars =
  (next: SidecarsPatchInput['next']): VmEdit =>
  (vm) => {
    const { operations } = buildSidecarsPatch({ vm, seen: templateAnnotation(vm), next });
    return planned(vm, operations, 'raw' in next ? next.raw : serializeSidecars(next));
  };

export const removeAnnotation: VmEdit = writeSidecars({ raw: '' });

export const moveAnnotation: VmEdit = (vm) => {
  const move = buildAnnotationMove(vm);
  return move.kind === 'patch' ? planned(vm, move.operations, misplacedAnnotation(vm)) : undefined;
};

/** Takes a volume out of the template that only brings a script which a sidecar has anyway. */
export const removeVolume =
  (name: string): VmEdit =>
  (vm) => {
    const removal = removeExtraVolume(vm, name);
    const volumes = vm.spec.template?.spec.volumes ?? [];
    const pretty = (list: typeof volumes): string => JSON.stringify(list, undefined, 2);
    return removal.kind === 'patch'
      ? {
          operations: removal.operations,
          before: pretty(volumes),
          after: pretty(volumes.filter((volume) => volume.name !== name)),
        }
      : undefined;
  };

/** The same finding in what the checks say of the VM as it is now: at its old place, else wherever it is. */
const findAgain = (finding: Finding, found: readonly Finding[]): Finding | undefined => {
  const alike = found.filter(
    ({ id, params }) => id === finding.id && JSON.stringify(params) === JSON.stringify(finding.params),
  );
  return alike.find(({ place }) => JSON.stringify(place) === JSON.stringify(finding.place)) ?? alike[0];
};

/** Applies the fix that the checks offer for this finding. */
export const fixFinding =
  (finding: Finding, context: Omit<CheckContext, 'vm' | 'parsed'>): VmEdit =>
  (vm) => {
    const parsed = parseSidecars(templateAnnotation(vm));
    const fix = findAgain(finding, runChecks({ ...context, vm, parsed }))?.fix;
    switch (fix?.kind) {
      case 'sidecars':
        return writeSidecars(fix.next())(vm);
      case 'removeAnnotation':
        return removeAnnotation(vm);
      case 'moveAnnotation':
        return moveAnnotation(vm);
      case 'script':
      case undefined:
        return undefined;
    }
  };

/** Whether the fix is one of the VM; that of a script is an edit of its ConfigMap. */
export const isVmFix = ({ fix }: Finding): boolean => fix !== undefined && fix.kind !== 'script';
