import type { ReactElement } from 'react';
import { useState } from 'react';
import { AlertActionLink, List, ListItem } from '@patternfly/react-core';
import { FailureAlert } from '../../components/FailureAlert';
import { InlineAlert } from '../../components/InlineAlert';
import { useSidecarTranslation } from '../../i18n';
import { ConfigMapModel } from '../../k8s/models';
import { deleteIfThere } from '../../k8s/write';
import { visibleText } from '../../sidecars/text/visibleText';
import type { TrialLeftover } from '../../sidecars/trialStart/leftovers';

/** Trial starts that were not cleaned up, because their page was closed or the network was gone. */
export const TrialLeftovers = ({
  leftovers,
}: {
  leftovers: readonly TrialLeftover[];
}): ReactElement | null => {
  const { t } = useSidecarTranslation();
  const [isRemoving, setRemoving] = useState(false);
  const [error, setError] = useState<unknown>();
  if (leftovers.length === 0) {
    return null;
  }
  const removeAll = async (): Promise<void> => {
    setRemoving(true);
    setError(undefined);
    try {
      await Promise.all(leftovers.map(async ({ owner }) => deleteIfThere(ConfigMapModel, owner)));
    } catch (problem) {
      setError(problem);
    }
    setRemoving(false);
  };
  return (
    <>
      <InlineAlert
        variant="warning"
        title={t('Trial starts were not cleaned up')}
        data-test="trial-leftovers"
        actionLinks={
          <AlertActionLink isDisabled={isRemoving} onClick={() => void removeAll()}>
            {t('Remove')}
          </AlertActionLink>
        }
      >
        <p>{t('They still use memory of the cluster, and nobody needs them any more:')}</p>
        <List>
          {leftovers.map(({ owner, vmName }) => (
            <ListItem key={owner.metadata.uid ?? owner.metadata.name}>
              {t('{{name}}, a copy of VM {{vm}} in namespace {{namespace}}', {
                name: visibleText(owner.metadata.name),
                vm: visibleText(vmName),
                namespace: owner.metadata.namespace ?? '',
              })}
            </ListItem>
          ))}
        </List>
      </InlineAlert>
      {error === undefined ? null : <FailureAlert error={error} title={t('They could not be removed')} />}
    </>
  );
};
