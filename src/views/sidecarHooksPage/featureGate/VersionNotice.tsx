import type { ReactElement } from 'react';
import { List, ListItem } from '@patternfly/react-core';
import type { TFunction } from 'i18next';
import { InlineAlert } from '../../../components/InlineAlert';
import type { VersionLack } from '../../../sidecars/featureGate/versionLacks';
import { useSidecarTranslation } from '../../../i18n';

const TEXTS: Record<VersionLack, (t: TFunction) => string> = {
  scriptsFromConfigMaps: (t) =>
    t('Before 1.2: scripts cannot come from ConfigMaps or PersistentVolumeClaims, only from an image.'),
  endWithPod: (t) =>
    t('Before 1.2: --version v1alpha3 is not known, and live migrations leave pods with sidecars behind.'),
  ownImage: (t) => t('Before 1.3: each sidecar must name its image.'),
  stderrInLog: (t) => t('Before 1.3: what scripts write to stderr is lost.'),
  fixedOrder: (t) =>
    t('Before 1.6: several scripts of a VM run in an order that changes from start to start.'),
  givesUp: (t) => t('Before 1.6: a VM whose sidecars do not come up may wait for them without end.'),
  disabledGates: (t) => t('Before 1.8: feature gates can be listed as enabled only, not as disabled.'),
};

interface VersionNoticeProps {
  version: string;
  lacks: readonly VersionLack[];
}

/** The features of hook sidecars that this version of KubeVirt lacks. */
export const VersionNotice = ({ version, lacks }: VersionNoticeProps): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <InlineAlert
      variant="info"
      title={t('This cluster runs KubeVirt {{version}}, which lacks what came later', { version })}
      data-test="version-notice"
    >
      <List>
        {lacks.map((lack) => (
          <ListItem key={lack}>{TEXTS[lack](t)}</ListItem>
        ))}
      </List>
    </InlineAlert>
  );
};
