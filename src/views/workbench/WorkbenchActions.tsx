import type { ReactElement } from 'react';
import { ActionListItem } from '@patternfly/react-core';
import { GuardedButton } from '../../components/GuardedButton';
import { useSidecarTranslation } from '../../i18n';
import type { WorkbenchEdit } from './edit/workbenchEdit';

interface WorkbenchActionsProps {
  edit: Pick<WorkbenchEdit, 'seen' | 'isUnsaved' | 'conflict' | 'revert'>;
  /** Why it cannot be saved now; undefined if it can. */
  reason: string | undefined;
  isPending: boolean;
  onSave: () => void;
  onAttach: () => void;
}

/** Save, attach, revert. */
export const WorkbenchActions = ({
  edit: { seen, isUnsaved, conflict, revert },
  reason,
  isPending,
  onSave,
  onAttach,
}: WorkbenchActionsProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const hasToSave = seen === undefined || isUnsaved;
  const unchanged = t('Nothing is changed yet.');
  return (
    <>
      <ActionListItem>
        <GuardedButton
          variant="primary"
          reason={reason ?? (hasToSave ? undefined : unchanged)}
          isLoading={isPending}
          onClick={onSave}
        >
          {conflict === undefined ? t('Save') : t('Save my text instead')}
        </GuardedButton>
      </ActionListItem>
      <ActionListItem>
        <GuardedButton variant="secondary" reason={hasToSave ? reason : undefined} onClick={onAttach}>
          {hasToSave ? t('Save and attach') : t('Attach to a VM')}
        </GuardedButton>
      </ActionListItem>
      <ActionListItem>
        <GuardedButton variant="secondary" reason={isUnsaved ? undefined : unchanged} onClick={revert}>
          {t('Revert')}
        </GuardedButton>
      </ActionListItem>
    </>
  );
};
