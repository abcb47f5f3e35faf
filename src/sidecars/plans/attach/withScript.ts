import type { Sidecar } from '../../annotation/sidecar';
import { addSidecar } from '../../annotation/sidecarList';
import type { VirtualMachine } from '../../objects/resources';
import { sidecarsOfVm } from '../../objects/vm';
import { newAttachValues, sidecarOfValues, type AttachValues } from './attachValues';

export type AttachedScript = Pick<AttachValues, 'configMap' | 'key' | 'hookPoint'>;

export const usesScript = (vm: VirtualMachine, { configMap, key }: AttachedScript): boolean =>
  sidecarsOfVm(vm).some((sidecar) => sidecar.configMap?.name === configMap && sidecar.configMap.key === key);

/** The VM's sidecars, and one with the script if none has it yet. */
export const withScript = (
  vm: VirtualMachine,
  script: AttachedScript,
  kubevirtVersion: string | undefined,
): readonly Sidecar[] =>
  usesScript(vm, script)
    ? sidecarsOfVm(vm)
    : addSidecar(
        sidecarsOfVm(vm),
        sidecarOfValues({ ...newAttachValues(kubevirtVersion), source: 'existing', ...script }),
      );
