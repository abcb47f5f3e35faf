import type { ReactElement } from 'react';
import { Flex, List, ListItem, Skeleton } from '@patternfly/react-core';
import { Link } from 'react-router';
import { LoadableBody } from '../../../components/LoadableBody';
import { useSidecarVms } from '../../../data/useSidecarVms';
import { SidecarStateLabel } from '../../../features/sidecarState/SidecarStateLabel';
import { vmTabPath } from '../../../features/vmTab/vmTabPath';
import { useSidecarTranslation } from '../../../i18n';
import { isRunning, sidecarsOfVm } from '../../../sidecars/objects/vm';
import type { SidecarVm } from '../../../sidecars/rows/vmRows';

interface UsedByTabProps {
  namespace: string;
  configMap: string;
  scriptKey: string;
}

/** The VMs that use the script, with the state of their sidecars. */
export const UsedByTab = ({ namespace, configMap, scriptKey }: UsedByTabProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { rows, isStateLoading } = useSidecarVms(namespace);
  const isUser = ({ vm }: SidecarVm): boolean =>
    sidecarsOfVm(vm).some(
      (sidecar) => sidecar.configMap?.name === configMap && sidecar.configMap.key === scriptKey,
    );
  return (
    <LoadableBody value={rows} what={t('virtual machines')}>
      {(all) => {
        const users = all.filter(isUser);
        return users.length === 0 ? (
          <p className="pf-v6-u-text-color-subtle">{t('No VM uses this script.')}</p>
        ) : (
          <>
            <p className="pf-v6-u-mb-md">
              {users.some(({ vm }) => isRunning(vm))
                ? t('Running VMs keep the old script until they are restarted.')
                : t('A change takes effect when they start.')}
            </p>
            <List isPlain aria-label={t('VMs that use this script')}>
              {users.map(({ vm, state }) => (
                <ListItem key={vm.metadata.name}>
                  <Flex columnGap={{ default: 'columnGapSm' }}>
                    <Link to={vmTabPath(vm, 'sidecar-hooks')} className="pf-v6-u-text-break-word">
                      {vm.metadata.name}
                    </Link>
                    {state === undefined ? (
                      isStateLoading ? (
                        <Skeleton width="8rem" screenreaderText={t('Loading the state')} />
                      ) : null
                    ) : (
                      <SidecarStateLabel state={state} />
                    )}
                    {isRunning(vm) ? null : (
                      <span className="pf-v6-u-text-color-subtle">{t('Not running')}</span>
                    )}
                  </Flex>
                </ListItem>
              ))}
            </List>
          </>
        );
      }}
    </LoadableBody>
  );
};
