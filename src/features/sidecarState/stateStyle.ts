import type { ComponentType } from 'react';
import type { LabelProps } from '@patternfly/react-core';
import {
  BanIcon,
  CheckCircleIcon,
  DisconnectedIcon,
  ExclamationCircleIcon,
  ExclamationTriangleIcon,
  InProgressIcon,
  MinusCircleIcon,
  PendingIcon,
  SyncAltIcon,
} from '@patternfly/react-icons';
import type { SidecarStateKind } from '../../sidecars/state/state';

interface StateStyle {
  color: NonNullable<LabelProps['color']>;
  icon: ComponentType;
  variant?: LabelProps['variant'];
}

/** No two states share both colour and icon: neither alone tells them apart for everybody. */
export const STATE_STYLES: Record<SidecarStateKind, StateStyle> = {
  notAttached: { color: 'grey', icon: MinusCircleIcon, variant: 'outline' },
  appliesAtNextStart: { color: 'blue', icon: PendingIcon },
  starting: { color: 'blue', icon: InProgressIcon },
  failsAtNextStart: { color: 'red', icon: PendingIcon },
  applied: { color: 'green', icon: CheckCircleIcon },
  restartNeeded: { color: 'orange', icon: SyncAltIcon },
  scriptChanged: { color: 'yellow', icon: ExclamationTriangleIcon },
  nodeLost: { color: 'orange', icon: DisconnectedIcon },
  failing: { color: 'red', icon: ExclamationCircleIcon },
  blocked: { color: 'red', icon: BanIcon },
  unreadable: { color: 'red', icon: ExclamationTriangleIcon },
};
