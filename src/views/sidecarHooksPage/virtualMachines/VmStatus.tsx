import type { ComponentType, ReactElement } from 'react';
import { Icon, type IconComponentProps } from '@patternfly/react-core';
import {
  ExclamationCircleIcon,
  ExclamationTriangleIcon,
  InProgressIcon,
  OffIcon,
  PauseCircleIcon,
  SyncAltIcon,
  UnknownIcon,
} from '@patternfly/react-icons';
import type { VirtualMachine } from '../../../sidecars/objects/resources';
import { vmStatus } from '../../../sidecars/objects/vm';

interface StatusLook {
  icon: ComponentType;
  status?: IconComponentProps['status'];
}

const BUSY: StatusLook = { icon: InProgressIcon };
const BROKEN: StatusLook = { icon: ExclamationCircleIcon, status: 'danger' };

const LOOKS: ReadonlyMap<string, StatusLook> = new Map<string, StatusLook>([
  ['Running', { icon: SyncAltIcon }],
  ['Stopped', { icon: OffIcon }],
  ['Paused', { icon: PauseCircleIcon }],
  ['Starting', BUSY],
  ['Stopping', BUSY],
  ['Migrating', BUSY],
  ['Provisioning', BUSY],
  ['Terminating', BUSY],
  ['WaitingForVolumeBinding', BUSY],
  ['WaitingForReceiver', BUSY],
  ['CrashLoopBackOff', BROKEN],
  ['ErrorUnschedulable', BROKEN],
  ['ErrImagePull', BROKEN],
  ['ImagePullBackOff', BROKEN],
  ['ErrorPvcNotFound', BROKEN],
  ['DataVolumeError', BROKEN],
  ['Unknown', { icon: ExclamationTriangleIcon, status: 'warning' }],
]);

/** KubeVirt's status of the VM, as in the console's list of VMs. */
export const VmStatus = ({ vm }: { vm: VirtualMachine }): ReactElement => {
  const status = vmStatus(vm);
  const { icon: StatusIcon, status: severity } = LOOKS.get(status) ?? { icon: UnknownIcon };
  return (
    <span className="pf-v6-u-text-nowrap">
      <Icon isInline status={severity}>
        <StatusIcon />
      </Icon>{' '}
      {status}
    </span>
  );
};
