import type { ReactElement } from 'react';
import { InlineAlert } from '../../components/InlineAlert';
import { useSidecarTranslation } from '../../i18n';
import type { KubernetesObject } from '../../sidecars/objects/resources';
import { isBaseTemplate } from '../../sidecars/templates/sharedTemplate';

/** Why a template that all projects share is read-only here. */
export const SharedTemplateNote = ({ object }: { object: KubernetesObject }): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <InlineAlert
      variant="info"
      title={t('This template is shared by all projects')}
      data-test="shared-template"
    >
      {isBaseTemplate(object)
        ? t(
            'OpenShift Virtualization owns it and writes back every change. Copy it to a project, and change the copy.',
          )
        : t('A change would reach the VMs of all projects. Copy it to a project, and change the copy.')}
    </InlineAlert>
  );
};
