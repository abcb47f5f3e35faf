import { useMemo, type ReactElement } from 'react';
import { List, ListItem, Skeleton, Title } from '@patternfly/react-core';
import type { TFunction } from 'i18next';
import { Link } from 'react-router';
import { FailureAlert } from '../../components/FailureAlert';
import { useShowMore } from '../../components/useShowMore';
import { useSidecarVms } from '../../data/useSidecarVms';
import { SidecarStateLabel } from '../../features/sidecarState/SidecarStateLabel';
import { vmTabPath } from '../../features/vmTab/vmTabPath';
import { useSidecarTranslation } from '../../i18n';
import { mapLoadable } from '../../loadable';
import { holderKind } from '../../sidecars/objects/holder';
import type { KubernetesObject } from '../../sidecars/objects/resources';
import { isMadeFrom } from '../../sidecars/templates/madeFrom';
import { isSharedTemplate } from '../../sidecars/templates/sharedTemplate';

/** By what the VMs are found, because others may be missing. */
const linkText = (t: TFunction, object: KubernetesObject): string | undefined => {
  switch (holderKind(object)) {
    case 'Template':
      return t('Found by the label vm.kubevirt.io/template. VMs made without the console may not have it.');
    case 'VirtualMachineTemplate':
      return t(
        'KubeVirt leaves nothing on a VM that names its template. Only VMs made in the console can be found, by the label vm.kubevirt.io/template.',
      );
    default:
      return undefined;
  }
};

const noneText = (t: TFunction, object: KubernetesObject): string =>
  holderKind(object) === 'VirtualMachinePool'
    ? t('The pool has no VM.')
    : isSharedTemplate(object)
      ? t('No VM of the cluster is known to be made from it.')
      : t('No VM of this namespace is known to be made from it.');

/** The VMs that are known to be made from a template or pool, with the state of their sidecars. */
export const MadeVms = ({ object }: { object: KubernetesObject }): ReactElement => {
  const { t } = useSidecarTranslation();
  const isShared = isSharedTemplate(object);
  const { rows } = useSidecarVms(isShared ? undefined : object.metadata.namespace);
  const made = useMemo(
    () => mapLoadable(rows, (list) => list.filter(({ vm }) => isMadeFrom(object, vm))),
    [rows, object],
  );
  const list = made.status === 'loaded' ? made.data : [];
  const isIncomplete = made.status === 'loaded' && made.remaining !== undefined;
  const { shown, more } = useShowMore(list.length);
  const note = linkText(t, object);
  return (
    <section aria-label={t('VMs made from it')} data-test="made-vms">
      <Title headingLevel="h3" size="md" className="pf-v6-u-mb-sm">
        {t('VMs made from it')}
      </Title>
      {made.status === 'loading' ? (
        <Skeleton width="60%" screenreaderText={t('Loading')} />
      ) : made.status === 'failed' ? (
        <FailureAlert error={made.error} title={t('The virtual machines could not be read')} />
      ) : list.length === 0 ? (
        isIncomplete ? null : (
          <p>{noneText(t, object)}</p>
        )
      ) : (
        <List isPlain aria-label={t('VMs made from it')}>
          {list.slice(0, shown).map(({ vm, state }) => (
            <ListItem key={vm.metadata.uid ?? vm.metadata.name}>
              <Link to={vmTabPath(vm, 'sidecar-hooks')}>
                {isShared ? `${vm.metadata.namespace ?? ''}/${vm.metadata.name}` : vm.metadata.name}
              </Link>{' '}
              {state === undefined ? null : <SidecarStateLabel state={state} />}
            </ListItem>
          ))}
        </List>
      )}
      {more}
      {isIncomplete ? <p role="status">{t('Loading more virtual machines')}</p> : null}
      {note === undefined ? null : (
        <p className="pf-v6-u-mt-sm pf-v6-u-font-size-sm pf-v6-u-text-color-subtle">{note}</p>
      )}
    </section>
  );
};
