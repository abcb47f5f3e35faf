import type { ReactElement } from 'react';
import { Card, CardBody, CardHeader, CardTitle, Content, Flex, FlexItem, Icon } from '@patternfly/react-core';
import {
  BanIcon,
  CheckCircleIcon,
  ExclamationTriangleIcon,
  QuestionCircleIcon,
} from '@patternfly/react-icons';
import type { TFunction } from 'i18next';
import type { GateStatus } from '../../../sidecars/featureGate/gateStatus';
import { useSidecarTranslation } from '../../../i18n';
import { GateActions } from './GateActions';
import type { Gate } from '../../../data/useGate';

interface GateDisplay {
  icon: typeof BanIcon;
  status: 'success' | 'danger' | 'warning';
  title: string;
  body: string;
}

const displayOf = (t: TFunction, { enabled, disabledListed, misspelt }: GateStatus): GateDisplay => {
  if (enabled === undefined) {
    return {
      icon: QuestionCircleIcon,
      status: 'warning',
      title: t('Not known whether Sidecar is enabled'),
      body: t('There is no KubeVirt object in the cluster.'),
    };
  }
  if (enabled && disabledListed) {
    return {
      icon: ExclamationTriangleIcon,
      status: 'warning',
      title: t('Sidecar is enabled, and listed as disabled as well'),
      body: t(
        'VMs with hook sidecars start. KubeVirt refuses every change of its object while both lists name the gate: take it off the list of disabled gates.',
      ),
    };
  }
  if (enabled) {
    return {
      icon: CheckCircleIcon,
      status: 'success',
      title: t('Sidecar is enabled'),
      body: t('VMs with hook sidecars start, and run their scripts at every start.'),
    };
  }
  const why =
    misspelt === undefined
      ? undefined
      : t('KubeVirt lists "{{gate}}", which it ignores: the name is spelt Sidecar.', { gate: misspelt });
  return {
    icon: BanIcon,
    status: 'danger',
    title: t('Sidecar is not enabled'),
    body: [why, t('KubeVirt refuses to start or change VMs that have hook sidecars.')]
      .filter((text) => text !== undefined)
      .join(' '),
  };
};

interface GateHeadProps {
  gate: Gate;
  status: GateStatus;
  onWritten: (enabled: boolean) => void;
}

/** Whether the gate is on, what that means, and the buttons to change it. */
export const GateHead = ({ gate, status, onWritten }: GateHeadProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const display = displayOf(t, status);
  const StatusIcon = display.icon;
  return (
    <Card data-test="gate-status">
      <CardHeader
        actions={{
          actions: <GateActions gate={gate} status={status} onWritten={onWritten} />,
          hasNoOffset: true,
        }}
      >
        <CardTitle component="h2">
          <Flex
            gap={{ default: 'gapSm' }}
            alignItems={{ default: 'alignItemsCenter' }}
            flexWrap={{ default: 'nowrap' }}
          >
            <FlexItem>
              <Icon status={display.status} size="xl">
                <StatusIcon />
              </Icon>
            </FlexItem>
            <FlexItem className="pf-v6-u-font-size-xl">{display.title}</FlexItem>
          </Flex>
        </CardTitle>
      </CardHeader>
      <CardBody>
        <Content component="p">{display.body}</Content>
      </CardBody>
    </Card>
  );
};
