import type { ReactElement } from 'react';
import { ExpandableSection } from '@patternfly/react-core';
import { CopyBlock } from '../../components/CopyBlock';
import { useSidecarTranslation } from '../../i18n';
import { pluginYaml } from '../../sidecars/recipes/pluginYaml';

/** The same change as a Plugin, the successor of hook sidecars. */
export const PluginNote = ({ name, expression }: { name: string; expression: string }): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <ExpandableSection toggleText={t('As a Plugin, from KubeVirt 1.9 on')}>
      <p className="pf-v6-u-mb-sm">
        {t(
          'Plugins are the successor of hook sidecars. A cluster administrator creates one for all VMs with its annotation. The first Plugin of a cluster changes what scripts of other VMs may do: elements that KubeVirt does not know are lost.',
        )}
      </p>
      <CopyBlock text={pluginYaml(name, expression)} label={t('Plugin')} />
    </ExpandableSection>
  );
};
