import type { ReactElement } from 'react';
import { List, ListItem, Skeleton } from '@patternfly/react-core';
import { Link } from 'react-router';
import { PressableLabel } from '../../../components/PressableLabel';
import { useShowMore } from '../../../components/useShowMore';
import { vmTabPath } from '../../../features/vmTab/vmTabPath';
import { holderKind } from '../../../sidecars/objects/holder';
import type { VirtualMachine } from '../../../sidecars/objects/resources';
import type { TemplateRow } from '../../../sidecars/rows/templateRows';
import { useSidecarTranslation } from '../../../i18n';

const VmLink = ({ vm }: { vm: VirtualMachine }): ReactElement => (
  <Link to={vmTabPath(vm, 'sidecar-hooks')} className="pf-v6-u-text-break-word">
    {vm.metadata.name}
  </Link>
);

const VmLinks = ({ vms }: { vms: readonly VirtualMachine[] }): ReactElement => {
  const { t } = useSidecarTranslation();
  const { shown, more } = useShowMore(vms.length);
  return (
    <>
      <List isPlain aria-label={t('Virtual machines')}>
        {vms.slice(0, shown).map((vm) => (
          <ListItem key={`${vm.metadata.namespace ?? ''}/${vm.metadata.name}`}>
            <VmLink vm={vm} />
          </ListItem>
        ))}
      </List>
      {more}
    </>
  );
};

interface MadeVmsProps {
  row: TemplateRow;
  isLoading: boolean;
}

/** The VMs that are known to be made from a template or pool: one as a link, several as a number that opens their list. */
export const MadeVms = ({ row: { object, made }, isLoading }: MadeVmsProps): ReactElement => {
  const { t } = useSidecarTranslation();
  if (made === undefined && isLoading) {
    return <Skeleton width="4rem" screenreaderText={t('Loading the VMs')} />;
  }
  const [first] = made ?? [];
  if (made === undefined || first === undefined) {
    const none = holderKind(object) === 'VirtualMachinePool' ? t('None') : t('None known');
    return <span className="pf-v6-u-text-color-subtle">{made === undefined ? t('Unknown') : none}</span>;
  }
  return made.length === 1 ? (
    <VmLink vm={first} />
  ) : (
    <PressableLabel
      variant="outline"
      popover={{
        'aria-label': t('Virtual machines'),
        headerContent: t('{{count}} VMs', { count: made.length }),
        bodyContent: <VmLinks vms={made} />,
      }}
    >
      {t('{{count}} VMs', { count: made.length })}
    </PressableLabel>
  );
};
