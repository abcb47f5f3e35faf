import type { ReactElement } from 'react';
import { AlertActionLink } from '@patternfly/react-core';
import { InlineAlert } from '../../components/InlineAlert';
import { lazyPart } from '../../components/lazyPart/lazyPart';
import { useSidecarTranslation } from '../../i18n';
import type { WorkbenchEdit } from './edit/workbenchEdit';

// Loaded separately, because it brings a diff package.
const { Part: ChangedMeanwhileAlert } = lazyPart(
  'inline',
  async () => (await import('../../components/ChangedMeanwhileAlert')).ChangedMeanwhileAlert,
);

/** What the user must know before the script is saved. */
export const ScriptNotes = ({ edit }: { edit: WorkbenchEdit }): ReactElement => {
  const { t } = useSidecarTranslation();
  const { conflict, blocked, values } = edit;
  return (
    <>
      {conflict === undefined ? null : (
        <ChangedMeanwhileAlert
          what={t('hook script {{name}}', { name: values.name })}
          before={conflict.before}
          after={conflict.after}
          isAnother={conflict.isAnother}
          advice={t(
            'Saving now replaces their text with yours. First copy what you want to keep from theirs.',
          )}
        />
      )}
      {edit.isOutdated ? (
        <InlineAlert
          variant="warning"
          isLiveRegion
          title={t('Somebody else has changed this script since you began')}
        >
          {t('Saving shows their change first and replaces nothing. Revert shows the script as it is now.')}
        </InlineAlert>
      ) : null}
      {edit.isRestored ? (
        <InlineAlert
          variant="info"
          isLiveRegion
          title={t('Your unsaved draft was restored')}
          actionLinks={<AlertActionLink onClick={edit.revert}>{t('Discard the draft')}</AlertActionLink>}
        />
      ) : null}
      {blocked === 'immutable' ? (
        <InlineAlert variant="warning" title={t('This ConfigMap is immutable')}>
          {t('Kubernetes refuses every change of it. Create another hook script, and attach that one.')}
        </InlineAlert>
      ) : null}
      {blocked === 'binary' ? (
        <InlineAlert variant="warning" title={t('This script is stored as binary data')}>
          {t('It is not plain UTF-8 text, and editing it here would damage it.')}
        </InlineAlert>
      ) : null}
    </>
  );
};
