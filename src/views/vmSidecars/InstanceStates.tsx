import type { ReactElement } from 'react';
import { List, ListItem, Title } from '@patternfly/react-core';
import { Link } from 'react-router';
import { InlineAlert } from '../../components/InlineAlert';
import { useShowMore } from '../../components/useShowMore';
import { SidecarStateLabel } from '../../features/sidecarState/SidecarStateLabel';
import { vmTabPath } from '../../features/vmTab/vmTabPath';
import type { InstanceState } from '../../data/useVmSidecars';
import { useSidecarTranslation } from '../../i18n';

/** The instances of a replica set with their states. */
export const InstanceStates = ({ instances }: { instances: readonly InstanceState[] }): ReactElement => {
  const { t } = useSidecarTranslation();
  const { shown, more } = useShowMore(instances.length);
  return (
    <>
      <Title headingLevel="h3" size="md">
        {t('Instances')}
      </Title>
      {instances.some(({ state }) => state.needsRestart === true) ? (
        <InlineAlert
          variant="info"
          title={t('KubeVirt does not replace the instances that run')}
          className="pf-v6-u-my-sm"
        >
          {t(
            'Delete an instance: the replica set creates another one, with the hook scripts that are attached now.',
          )}
        </InlineAlert>
      ) : null}
      {instances.length === 0 ? (
        <p>{t('The replica set has no instance now.')}</p>
      ) : (
        <List isPlain aria-label={t('Instances')}>
          {instances.slice(0, shown).map(({ vmi, state }) => (
            <ListItem key={vmi.metadata.name}>
              <Link to={vmTabPath(vmi, 'sidecar-hooks')}>{vmi.metadata.name}</Link>{' '}
              <SidecarStateLabel state={state} />
            </ListItem>
          ))}
        </List>
      )}
      {more}
    </>
  );
};
