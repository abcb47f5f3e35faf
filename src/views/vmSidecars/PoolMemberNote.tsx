import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { InlineAlert } from '../../components/InlineAlert';
import { poolPath } from '../../features/pools/poolPath';
import { poolOwner } from '../../sidecars/pools/members';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { useSidecarTranslation } from '../../i18n';

/** Says that a pool makes the VM, and leads to the pool; nothing for other VMs. */
export const PoolMemberNote = ({ vm }: { vm: VirtualMachine }): ReactElement | null => {
  const { t } = useSidecarTranslation();
  const pool = poolOwner(vm);
  return pool === undefined ? null : (
    <InlineAlert
      isPlain
      variant="info"
      title={t(
        'VM pool {{name}} makes this VM. When the template of the pool changes, it overwrites the hook scripts of the VM.',
        { name: pool.name },
      )}
      actionLinks={<Link to={poolPath(pool, vm)}>{t('Change the pool instead')}</Link>}
    />
  );
};
