import { Icon } from '@patternfly/react-core';
import {
  CheckCircleIcon,
  ExclamationCircleIcon,
  ExclamationTriangleIcon,
  InProgressIcon,
  OffIcon,
  SyncAltIcon,
  UnknownIcon,
} from '@patternfly/react-icons';
import type { ReactElement, ReactNode } from 'react';

const iconFor = (status: string): ReactNode => {
  if (status === 'Running') {
    return <SyncAltIcon />;
  }
  if (/^(Succeeded|Active|Deployed|Bound|Completed|Ready)$/.test(status)) {
    return (
      <Icon status="success">
        <CheckCircleIcon />
      </Icon>
    );
  }
  if (/^(Stopped|Halted)$/.test(status)) {
    return <OffIcon />;
  }
  if (/(Error|Failed|BackOff|Unschedulable|Crash)/i.test(status)) {
    return (
      <Icon status="danger">
        <ExclamationCircleIcon />
      </Icon>
    );
  }
  if (/^Paused$/.test(status)) {
    return (
      <Icon status="warning">
        <ExclamationTriangleIcon />
      </Icon>
    );
  }
  return /^(Unknown|)$/.test(status) ? <UnknownIcon /> : <InProgressIcon />;
};

export const StatusLabel = ({ status }: { status: string }): ReactElement => (
  <span className="ech-status" data-test="status-text">
    {iconFor(status)} {status}
  </span>
);
