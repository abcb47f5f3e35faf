import type { ReactElement } from 'react';
import { admissionRefusal } from '../apiError';
import { useSidecarTranslation } from '../i18n';
import { visibleText } from '../sidecars/text/visibleText';
import { failureText } from './failureText';
import { FoldedText } from './FoldedText';
import { InlineAlert } from './InlineAlert';

interface FailureAlertProps {
  error: unknown;
  /** Replaced for a refusal by a webhook or policy, which has nothing to do with the user's permissions. */
  title: string;
}

/** Why a write failed. */
export const FailureAlert = ({ error, title }: FailureAlertProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const refusal = admissionRefusal(error);
  if (refusal === undefined) {
    return (
      <InlineAlert isLiveRegion variant="danger" title={title}>
        <FoldedText text={failureText(t, error)} />
      </InlineAlert>
    );
  }
  const name = visibleText(refusal.name);
  return (
    <InlineAlert
      isLiveRegion
      variant="danger"
      title={
        refusal.by === 'policy'
          ? t('Policy {{name}} of the cluster refused it', { name })
          : t('Admission webhook {{name}} of the cluster refused it', { name })
      }
    >
      <FoldedText
        text={refusal.message === '' ? t('It gave no explanation.') : visibleText(refusal.message)}
      />
    </InlineAlert>
  );
};
