import type { ReactElement } from 'react';
import {
  Button,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  PageSection,
} from '@patternfly/react-core';
import { SearchIcon } from '@patternfly/react-icons';
import { Link } from 'react-router';
import { CopyBlock } from '../../components/CopyBlock';
import { workbenchPath } from '../../features/script/workbenchPath';
import { useSidecarTranslation } from '../../i18n';
import type { ScriptDraft } from '../../sidecars/plans/script/scriptDraft';

interface ScriptNotFoundProps {
  namespace: string;
  name: string;
  scriptKey: string;
  /** Whether the ConfigMap is there, without the key. */
  hasConfigMap: boolean;
  /** Unsaved text of the script. */
  draft: ScriptDraft | undefined;
}

/** There is no such script, or no longer. Unsaved text is not lost. */
export const ScriptNotFound = ({
  namespace,
  name,
  scriptKey,
  hasConfigMap,
  draft,
}: ScriptNotFoundProps): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <PageSection hasBodyWrapper={false}>
      <EmptyState
        icon={SearchIcon}
        headingLevel="h2"
        titleText={
          hasConfigMap
            ? t('ConfigMap {{name}} has no key {{entry}}', { name, entry: scriptKey })
            : t('There is no ConfigMap {{name}} in namespace {{namespace}}', { name, namespace })
        }
      >
        <EmptyStateBody>{t('It may have been deleted or renamed.')}</EmptyStateBody>
        {hasConfigMap ? null : (
          <EmptyStateFooter>
            <EmptyStateActions>
              <Button
                variant="primary"
                component={(props) => (
                  <Link {...props} to={workbenchPath({ namespace, wanted: { name, key: scriptKey } })} />
                )}
              >
                {t('Create hook script')}
              </Button>
            </EmptyStateActions>
          </EmptyStateFooter>
        )}
      </EmptyState>
      {draft === undefined ? null : <CopyBlock text={draft.values.text} label={t('Your unsaved text')} />}
    </PageSection>
  );
};
