import type { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { AttachPart } from '../attach/useAttachSidecar';
import { DetachPart } from '../detach/useDetachSidecar';
import { RestartPart } from '../restart/useRestartVm';
import { TrialStartPart } from '../trialStart/useTrialStart';

/** Opens the dialogs of a VM's actions. */
export interface VmDialogs {
  /** With `index` it edits that sidecar. */
  attach: (vm: VirtualMachine, index?: number) => void;
  detach: (vm: VirtualMachine, index: number) => void;
  restart: (vm: VirtualMachine) => void;
  /** Starts a paused copy. */
  tryOnCopy: (vm: VirtualMachine) => void;
}

export const vmDialogs = (launch: ReturnType<typeof useOverlay>): VmDialogs => ({
  attach: (vm, index) => {
    launch(AttachPart, { vm, index });
  },
  detach: (vm, index) => {
    launch(DetachPart, { vm, index });
  },
  restart: (vm) => {
    launch(RestartPart, { vm });
  },
  tryOnCopy: (vm) => {
    launch(TrialStartPart, { request: { vm } });
  },
});
