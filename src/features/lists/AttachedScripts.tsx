import type { ReactElement } from 'react';
import { ResourceLink, type K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { Label, List, ListItem, Truncate } from '@patternfly/react-core';
import { ExclamationTriangleIcon } from '@patternfly/react-icons';
import { Link } from 'react-router';
import { vmTabPath } from '../vmTab/vmTabPath';
import { ConfigMapModel, groupVersionKind, PersistentVolumeClaimModel } from '../../k8s/models';
import type { KubernetesObject } from '../../sidecars/objects/resources';
import { hookPointOf, type Sidecar } from '../../sidecars/annotation/sidecar';
import { useSidecarTranslation } from '../../i18n';

/** Limits the height of a row; the VM's own tab shows all scripts. */
const SHOWN = 3;

interface SourceProps {
  model: K8sModel;
  name: string;
  /** Undefined if it is in another namespace, or not known. */
  namespace: string | undefined;
}

const Source = ({ model, name, namespace }: SourceProps): ReactElement =>
  namespace === undefined ? (
    <span className="pf-v6-u-text-break-word">{name}</span>
  ) : (
    <ResourceLink
      groupVersionKind={groupVersionKind(model)}
      name={name}
      namespace={namespace}
      hideIcon
      inline
    />
  );

interface AttachedScriptProps {
  sidecar: Sidecar;
  namespaceOf: (source: string) => string | undefined;
}

const AttachedScript = ({ sidecar, namespaceOf }: AttachedScriptProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { configMap, pvc, image } = sidecar;
  if (configMap !== undefined) {
    const hookPoint = hookPointOf(sidecar);
    return (
      <>
        <Source model={ConfigMapModel} name={configMap.name} namespace={namespaceOf(configMap.name)} />{' '}
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
        <Source model={PersistentVolumeClaimModel} name={pvc.name} namespace={namespaceOf(pvc.name)} />{' '}
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

interface AttachedScriptsProps {
  /** Whose tab has all scripts. */
  object: KubernetesObject;
  sidecars: readonly Sidecar[];
  /** Whether an annotation cannot be read. */
  isMalformed: boolean;
  isInherited?: boolean;
  /** Where the ConfigMap or claim of this name is; by default in the namespace of the object. */
  namespaceOf?: (source: string) => string | undefined;
}

/** The scripts that a VM or template attaches or that the VM inherits, with links; or that the annotation cannot be read. */
export const AttachedScripts = ({
  object,
  sidecars,
  isMalformed,
  isInherited = false,
  namespaceOf = () => object.metadata.namespace ?? '',
}: AttachedScriptsProps): ReactElement => {
  const { t } = useSidecarTranslation();
  if (sidecars.length === 0) {
    return <span className="pf-v6-u-text-color-subtle">{isMalformed ? t('Cannot be read') : t('None')}</span>;
  }
  const rest = sidecars.length - SHOWN;
  return (
    <List isPlain aria-label={t('Attached scripts')}>
      {sidecars.slice(0, SHOWN).map((sidecar, index) => (
        // Entries have no identity but their position: two may be equal.
        <ListItem key={index}>
          <AttachedScript sidecar={sidecar} namespaceOf={namespaceOf} />
        </ListItem>
      ))}
      {isMalformed ? <ListItem>{t('Cannot be read')}</ListItem> : null}
      {isInherited ? (
        <ListItem>
          <Label isCompact variant="outline">
            {t('Inherited')}
          </Label>
        </ListItem>
      ) : null}
      {rest > 0 ? (
        <ListItem>
          <Link to={vmTabPath(object, 'sidecar-hooks')}>{t('{{count}} more', { count: rest })}</Link>
        </ListItem>
      ) : null}
    </List>
  );
};
