import type { ReactElement } from 'react';
import {
  Button,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
} from '@patternfly/react-core';
import { CatalogIcon } from '@patternfly/react-icons';
import { holderText } from '../../../features/holders/holderText';
import { TEMPLATE_KINDS, type TemplateKind } from '../../../sidecars/objects/holder';
import { useSidecarTranslation } from '../../../i18n';

interface NoTemplatesProps {
  namespace: string | undefined;
  /** The kinds that the cluster does not have. */
  absent: readonly TemplateKind[];
  /** Whether a kind could not be read, so that there may be objects of it. */
  isAnyUnread: boolean;
  /** Undefined if base templates are not offered. */
  onShowBase: (() => void) | undefined;
}

/** Replaces the list if there are no templates and pools. */
export const NoTemplates = ({
  namespace,
  absent,
  isAnyUnread,
  onShowBase,
}: NoTemplatesProps): ReactElement => {
  const { t } = useSidecarTranslation();
  if (absent.length === TEMPLATE_KINDS.length) {
    return (
      <EmptyState
        icon={CatalogIcon}
        titleText={t('This cluster has no templates and no pools')}
        headingLevel="h2"
      >
        <EmptyStateBody>
          {t(
            'It serves neither the templates of OpenShift, nor those of KubeVirt, nor pools of virtual machines. Attach hook scripts to virtual machines instead.',
          )}
        </EmptyStateBody>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={CatalogIcon}
      titleText={isAnyUnread ? t('Nothing was found in what could be read') : t('No templates and no pools')}
      headingLevel="h2"
    >
      <EmptyStateBody>
        {isAnyUnread ? null : (
          <p>
            {namespace === undefined
              ? t('There is no template with a virtual machine, and no pool of virtual machines.')
              : t(
                  'There is no template with a virtual machine, and no pool of virtual machines, in namespace {{namespace}}.',
                  { namespace },
                )}
          </p>
        )}
        {absent.length === 0 ? null : (
          <p>
            {t('This cluster does not have: {{kinds}}.', {
              kinds: absent.map((kind) => holderText(t, kind)).join(', '),
            })}
          </p>
        )}
      </EmptyStateBody>
      {onShowBase === undefined ? null : (
        <EmptyStateFooter>
          <EmptyStateActions>
            <Button variant="link" onClick={onShowBase}>
              {t('Show base templates')}
            </Button>
          </EmptyStateActions>
        </EmptyStateFooter>
      )}
    </EmptyState>
  );
};
