import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { InlineAlert } from '../../components/InlineAlert';
import { fixedInstanceReason } from '../../features/holders/holderText';
import { vmTabPath } from '../../features/vmTab/vmTabPath';
import { instanceOwner } from '../../sidecars/objects/holder';
import type { VirtualMachineInstance } from '../../sidecars/objects/resources';
import { useSidecarTranslation } from '../../i18n';

/** Says why the hook scripts of an instance cannot be changed here, and where they can. */
export const InstanceNote = ({ vmi }: { vmi: VirtualMachineInstance }): ReactElement => {
  const { t } = useSidecarTranslation();
  const owner = instanceOwner(vmi);
  if (owner === undefined) {
    return <InlineAlert isPlain variant="info" title={fixedInstanceReason(t)} />;
  }
  const { apiVersion, kind, name } = owner;
  return (
    <InlineAlert
      isPlain
      variant="info"
      title={t('{{kind}} {{name}} created this instance, with the hook scripts that it had then.', {
        kind,
        name,
      })}
      actionLinks={
        <Link
          to={vmTabPath(
            { apiVersion, kind, metadata: { name, namespace: vmi.metadata.namespace ?? '' } },
            'sidecar-hooks',
          )}
        >
          {t('Change its hook scripts')}
        </Link>
      }
    />
  );
};
