import type { ComponentType, ReactElement } from 'react';
import { Icon, List, ListItem, Skeleton, type LabelProps } from '@patternfly/react-core';
import { ExclamationCircleIcon, ExclamationTriangleIcon, InfoCircleIcon } from '@patternfly/react-icons';
import { Link } from 'react-router';
import { findingText } from '../findings/findingText';
import { findingTitle } from '../findings/findingTitle';
import { placeText } from '../findings/placeText';
import { severityText } from '../findings/severity';
import { PressableLabel } from '../../components/PressableLabel';
import { vmTabPath } from '../vmTab/vmTabPath';
import { isTemplateKind } from '../../sidecars/objects/holder';
import type { KubernetesObject } from '../../sidecars/objects/resources';
import type { Severity } from '../../sidecars/checks/check';
import { isTrouble, type SidecarState } from '../../sidecars/state/state';
import type { ListedFinding, VmFindings } from '../../sidecars/rows/vmFindings';
import { useSidecarTranslation } from '../../i18n';

interface Look {
  icon: ComponentType;
  color: NonNullable<LabelProps['color']>;
  status: 'danger' | 'warning' | 'info';
}

const LOOKS: Record<Severity, Look> = {
  error: { icon: ExclamationCircleIcon, color: 'red', status: 'danger' },
  warning: { icon: ExclamationTriangleIcon, color: 'orange', status: 'warning' },
  advice: { icon: InfoCircleIcon, color: 'blue', status: 'info' },
};

const Explained = ({ finding }: { finding: ListedFinding }): ReactElement => {
  const { t } = useSidecarTranslation();
  const { what, why, cure } = findingText(t, finding);
  const { icon: SeverityIcon, status } = LOOKS[finding.severity];
  return (
    <>
      <strong>
        <Icon isInline status={status} aria-label={severityText(t, finding.severity)} role="img">
          <SeverityIcon />
        </Icon>{' '}
        {what}
      </strong>
      <div>
        {why} {cure}
      </div>
      <div className="pf-v6-u-font-size-sm pf-v6-u-text-color-subtle">{placeText(t, finding.place)}</div>
    </>
  );
};

interface FindingsCellProps {
  /** What has the findings, whose tab tells more. */
  object: KubernetesObject;
  /** Undefined while they are not known. */
  findings: VmFindings | undefined;
  /** Undefined while, or because, it is not known. */
  state?: SidecarState | undefined;
  /** Whether an unknown state is still being computed. */
  isStateLoading?: boolean;
}

/** The worst finding and the number of others. Pressing it shows all of them. */
export const FindingsCell = ({
  object,
  findings,
  state,
  isStateLoading = false,
}: FindingsCellProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const [worst, ...others] = findings?.list ?? [];
  // If the checks find nothing, the state may still indicate a problem.
  if (findings === undefined || (worst === undefined && state === undefined && isStateLoading)) {
    return <Skeleton width="8rem" screenreaderText={t('Loading the findings')} />;
  }
  if (worst === undefined && state !== undefined && isTrouble(state.kind)) {
    // Events, logs and texts of scripts, which tell the cause, are read only on the VM's own tab.
    return <Link to={vmTabPath(object, 'sidecar-hooks')}>{t('See the diagnosis')}</Link>;
  }
  if (worst === undefined) {
    return <span className="pf-v6-u-text-color-subtle">{t('None')}</span>;
  }
  const { icon: SeverityIcon, color } = LOOKS[worst.severity];
  const title = findingTitle(t, worst.id);
  return (
    <PressableLabel
      color={color}
      icon={<SeverityIcon />}
      data-test="vm-findings"
      popover={{
        'aria-label': t('Findings'),
        headerContent: t('{{count}} findings', { count: findings.list.length }),
        bodyContent: (
          <List isPlain aria-label={t('Findings')}>
            {findings.list.map((finding, index) => (
              // Two VMs of a template may have the same one.
              <ListItem key={index}>
                <Explained finding={finding} />
              </ListItem>
            ))}
          </List>
        ),
        footerContent: (
          <Link to={vmTabPath(object, 'sidecar-hooks')}>
            {isTemplateKind(object)
              ? t('Go to the hook sidecars of {{name}}', { name: object.metadata.name })
              : t('Go to the diagnosis of the VM')}
          </Link>
        ),
      }}
    >
      {others.length === 0 ? title : t('{{title}}, {{count}} more', { title, count: others.length })}
    </PressableLabel>
  );
};
