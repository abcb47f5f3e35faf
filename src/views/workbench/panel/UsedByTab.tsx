import type { ReactElement } from 'react';
import { Flex, List, ListItem, Skeleton } from '@patternfly/react-core';
import { Link } from 'react-router';
import { LoadableBody } from '../../../components/LoadableBody';
import { useSidecarVms } from '../../../data/useSidecarVms';
import { useTemplates } from '../../../data/useTemplates';
import { holderPlural } from '../../../features/holders/holderText';
import { userText } from '../../../features/holders/userText';
import { SidecarStateLabel } from '../../../features/sidecarState/SidecarStateLabel';
import { vmTabPath } from '../../../features/vmTab/vmTabPath';
import { useComplete } from '../../../k8s/useWatched';
import { useSidecarTranslation } from '../../../i18n';
import { loadedData } from '../../../loadable';
import { vmsOfHolder } from '../../../sidecars/objects/templateVm';
import { usesScript } from '../../../sidecars/plans/attach/withScript';
import type { SidecarVm } from '../../../sidecars/rows/vmRows';
import { needsExisting, runningOf } from '../../../sidecars/scripts/scriptUser';
import { TryOnCopyButton, type TriedScript } from './TryOnCopyButton';

interface UsedByTabProps {
  script: TriedScript;
  /** The VM that the script is for. */
  vmName: string | undefined;
}

/** The VMs that use the script, with the state of their sidecars, and what makes VMs with it. */
export const UsedByTab = ({ script, vmName }: UsedByTabProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { rows, isStateLoading } = useSidecarVms(script.namespace);
  const { name: configMap, key, hookPoint } = script.values;
  const { objects, missing } = useTemplates(script.namespace);
  const templates = useComplete(objects);
  const isIncomplete =
    templates.status === 'loading' || (rows.status === 'loaded' && rows.remaining !== undefined);
  const isUser = ({ vm }: Pick<SidecarVm, 'vm'>): boolean => usesScript(vm, { configMap, key, hookPoint });
  const makers = (loadedData(templates) ?? []).filter((object) =>
    vmsOfHolder(object).some((vm) => isUser({ vm }) && needsExisting(vm, configMap)),
  );
  const unread = missing.map(({ kind }) => (
    <p key={kind} className="pf-v6-u-text-color-subtle">
      {t('{{kinds}} could not be read.', { kinds: holderPlural(t, kind) })}
    </p>
  ));
  return (
    <LoadableBody value={rows} what={t('virtual machines')}>
      {(all) => {
        const users = all.filter(isUser);
        return users.length === 0 && makers.length === 0 ? (
          <>
            {isIncomplete ? (
              <Skeleton width="8rem" screenreaderText={t('Loading the users of the script')} />
            ) : (
              <p className="pf-v6-u-text-color-subtle pf-v6-u-mb-md">
                {missing.length === 0
                  ? t('Nothing uses this script.')
                  : t('Nothing that could be read uses this script.')}
              </p>
            )}
            {unread}
            {vmName === undefined ? null : (
              <Flex columnGap={{ default: 'columnGapSm' }}>
                {t('It is for VM {{name}}.', { name: vmName })}
                <TryOnCopyButton script={script} vmName={vmName} />
              </Flex>
            )}
          </>
        ) : (
          <>
            <p className="pf-v6-u-mb-md">
              {users.length === 0
                ? t('VMs that are made from these get the script as it is when they start.')
                : users.some(({ vm }) => runningOf(vm) === true)
                  ? t('Running VMs keep the old script until they are restarted.')
                  : t('A change takes effect when they start.')}
            </p>
            <List isPlain aria-label={t('Users of this script')}>
              {users.map(({ vm, state }) => (
                <ListItem key={`${vm.kind} ${vm.metadata.name}`}>
                  <Flex columnGap={{ default: 'columnGapSm' }}>
                    <Link to={vmTabPath(vm, 'sidecar-hooks')} className="pf-v6-u-text-break-word">
                      {userText(t, vm)}
                    </Link>
                    {state === undefined ? (
                      isStateLoading ? (
                        <Skeleton width="8rem" screenreaderText={t('Loading the state')} />
                      ) : null
                    ) : (
                      <SidecarStateLabel state={state} />
                    )}
                    {runningOf(vm) === false ? (
                      <span className="pf-v6-u-text-color-subtle">{t('Not running')}</span>
                    ) : null}
                    {vm.kind === 'VirtualMachine' ? (
                      <TryOnCopyButton script={script} vmName={vm.metadata.name} />
                    ) : null}
                  </Flex>
                </ListItem>
              ))}
              {makers.map((object) => (
                <ListItem key={`${object.kind} ${object.metadata.name}`}>
                  <Link to={vmTabPath(object, 'sidecar-hooks')} className="pf-v6-u-text-break-word">
                    {userText(t, object)}
                  </Link>
                </ListItem>
              ))}
            </List>
            {unread}
          </>
        );
      }}
    </LoadableBody>
  );
};
