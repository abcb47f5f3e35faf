import type { ReactElement } from 'react';
import { ResourceLink } from '@openshift-console/dynamic-plugin-sdk';
import { Label, List, ListItem, Truncate } from '@patternfly/react-core';
import { ExclamationTriangleIcon } from '@patternfly/react-icons';
import { Link } from 'react-router';
import { vmTabPath } from '../../../features/vmTab/vmTabPath';
import { ConfigMapModel, groupVersionKind, PersistentVolumeClaimModel } from '../../../k8s/models';
import type { SidecarVm } from '../../../sidecars/rows/vmRows';
import { sidecarsIn } from '../../../sidecars/annotation/annotation';
import { hookPointOf, type Sidecar } from '../../../sidecars/annotation/sidecar';
import { useSidecarTranslation } from '../../../i18n';

/** Limits the height of a row; the VM's own tab shows all scripts. */
const SHOWN = 3;

const AttachedScript = ({ sidecar, namespace }: { sidecar: Sidecar; namespace: string }): ReactElement => {
  const { t } = useSidecarTranslation();
  const { configMap, pvc, image } = sidecar;
  if (configMap !== undefined) {
    const hookPoint = hookPointOf(sidecar);
    return (
      <>
        <ResourceLink
          groupVersionKind={groupVersionKind(ConfigMapModel)}
          name={configMap.name}
          namespace={namespace}
          hideIcon
          inline
        />{' '}
        {hookPoint === undefined ? (
          <Label isCompact variant="outline" color="orange" icon={<ExclamationTriangleIcon />}>
            {configMap.hookPath === '' ? t('No hook point') : configMap.hookPath}
          </Label>
        ) : (
          <Label isCompact variant="outline">
            {hookPoint}
          </Label>
        )}
      </>
    );
  }
  if (pvc !== undefined) {
    return (
      <>
        <ResourceLink
          groupVersionKind={groupVersionKind(PersistentVolumeClaimModel)}
          name={pvc.name}
          namespace={namespace}
          hideIcon
          inline
        />{' '}
        <Label isCompact variant="outline">
          {t('PVC')}
        </Label>
      </>
    );
  }
  return image === undefined ? (
    <span className="pf-v6-u-text-color-subtle">{t('No script')}</span>
  ) : (
    <>
      <Truncate content={image} position="middle" trailingNumChars={12} />{' '}
      <Label isCompact variant="outline">
        {t('Image')}
      </Label>
    </>
  );
};

/** The scripts that a VM's template attaches or that the VM inherits, with links; or that the annotation cannot be read. */
export const AttachedScripts = ({ row: { vm, parsed, state } }: { row: SidecarVm }): ReactElement => {
  const { t } = useSidecarTranslation();
  if (parsed.kind === 'malformed') {
    return <span className="pf-v6-u-text-color-subtle">{t('Cannot be read')}</span>;
  }
  const isInherited = state?.origins !== undefined;
  const sidecars = isInherited ? state.sidecars.map(({ sidecar }) => sidecar) : sidecarsIn(parsed);
  if (sidecars.length === 0) {
    return <span className="pf-v6-u-text-color-subtle">{t('None')}</span>;
  }
  const rest = sidecars.length - SHOWN;
  return (
    <List isPlain aria-label={t('Attached scripts')}>
      {sidecars.slice(0, SHOWN).map((sidecar, index) => (
        // Entries have no identity but their position: two may be equal.
        <ListItem key={index}>
          <AttachedScript sidecar={sidecar} namespace={vm.metadata.namespace ?? ''} />
        </ListItem>
      ))}
      {isInherited ? (
        <ListItem>
          <Label isCompact variant="outline">
            {t('Inherited')}
          </Label>
        </ListItem>
      ) : null}
      {rest > 0 ? (
        <ListItem>
          <Link to={vmTabPath(vm, 'sidecar-hooks')}>{t('{{count}} more', { count: rest })}</Link>
        </ListItem>
      ) : null}
    </List>
  );
};
