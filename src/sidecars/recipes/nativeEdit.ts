import { isAtLeast, parseKubeVirtVersion } from '../featureGate/kubevirtVersion';
import { pointer } from '../json/jsonPointer';
import { valueAt } from '../json/valueAt';
import type { VirtualMachine } from '../objects/resources';
import { guardedAdd } from '../plans/guardedAdd';
import type { VmEdit } from '../plans/vmEdit';
import type { ParameterValues } from './parameter';
import type { NativeField, Recipe } from './recipe';

/** The field that makes the script needless for this VM, on this KubeVirt; undefined if there is none. */
export const nativeFieldOf = (
  { native, nativeField }: Recipe,
  values: ParameterValues,
  vm: VirtualMachine,
  kubevirtVersion: string | undefined,
): NativeField | undefined => {
  const since = parseKubeVirtVersion(native?.since);
  const isKnown = since === undefined || isAtLeast(kubevirtVersion, since.major, since.minor) === true;
  return isKnown && vm.spec.template !== undefined ? nativeField?.(values, vm) : undefined;
};

const pretty = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value, undefined, 2));

/** Sets the field; nothing is left to do if the VM has it, or if the field is no longer enough. */
export const nativeEdit =
  (recipe: Recipe, values: ParameterValues, kubevirtVersion: string | undefined): VmEdit =>
  (vm) => {
    const field = nativeFieldOf(recipe, values, vm, kubevirtVersion);
    if (field === undefined) {
      return undefined;
    }
    const { path: keys, value } = field;
    const now = valueAt(vm, keys);
    const [before, after] = [pretty(now), pretty(value)];
    if (before === after) {
      return undefined;
    }
    const path = pointer(...keys);
    const operations =
      before === ''
        ? guardedAdd(vm, keys, value)
        : [
            { op: 'test' as const, path, value: now },
            { op: 'replace' as const, path, value },
          ];
    return { operations, before, after };
  };
