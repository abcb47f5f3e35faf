import type { ReactElement } from 'react';
import { PageSection, Title } from '@patternfly/react-core';
import { useSidecarTranslation } from '../../i18n';

const SidecarHooksPage = (): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <PageSection>
      <Title headingLevel="h1">{t('Sidecar hooks')}</Title>
    </PageSection>
  );
};

export default SidecarHooksPage;
