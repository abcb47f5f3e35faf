import type { ReactElement } from 'react';
import { AlertActionLink, List, ListItem } from '@patternfly/react-core';
import type { TFunction } from 'i18next';
import { InlineAlert } from '../../../components/InlineAlert';
import { failureText } from '../../../components/failureText';
import type { MissingList } from '../../../data/useSidecarVms';
import { useSidecarTranslation } from '../../../i18n';

const CONSEQUENCES: Record<MissingList['list'], (t: TFunction) => string> = {
  instances: (t) => t('Without VM instances, the state of VMs that run is not known.'),
  replicaSets: (t) => t('Without replica sets, those that have hook sidecars are not listed.'),
  pods: (t) => t('Without pods, it is not known why a VM does not start.'),
  configMaps: (t) => t('Without ConfigMaps, it is not known whether scripts changed since a VM started.'),
};

/** Lists that could not be read, and what is therefore not known. */
export const MissingNotice = ({ missing }: { missing: readonly MissingList[] }): ReactElement | null => {
  const { t } = useSidecarTranslation();
  return missing.length === 0 ? null : (
    <InlineAlert
      variant="warning"
      title={t('Some states are not known')}
      data-test="missing-lists"
      actionLinks={
        <AlertActionLink
          onClick={() => {
            missing.forEach(({ retry }) => retry?.());
          }}
        >
          {t('Try again')}
        </AlertActionLink>
      }
    >
      <List>
        {missing.map(({ list, error }) => (
          <ListItem key={list}>
            {CONSEQUENCES[list](t)} {failureText(t, error)}
          </ListItem>
        ))}
      </List>
    </InlineAlert>
  );
};
