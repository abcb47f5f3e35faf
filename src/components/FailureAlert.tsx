import type { ReactElement } from 'react';
import type { TFunction } from 'i18next';
import { admissionRefusal, type AdmissionRefusal } from '../apiError';
import { useSidecarTranslation } from '../i18n';
import { visibleText } from '../sidecars/text/visibleText';
import { failureText } from './failureText';
import { FoldedText } from './FoldedText';
import { InlineAlert } from './InlineAlert';

const refusalTitle = (t: TFunction, { by, name: said }: AdmissionRefusal): string => {
  const name = visibleText(said);
  switch (by) {
    case 'webhook':
      return t('Admission webhook {{name}} of the cluster refused it', { name });
    case 'policy':
      return t('Policy {{name}} of the cluster refused it', { name });
    case 'quota':
      return t('It would exceed quota {{name}} of the namespace', { name });
    case 'podSecurity':
      return t('Pod Security level {{name}} of the namespace does not allow it', { name });
    case 'rule':
      return t('A rule of the cluster does not allow it');
  }
};

interface FailureAlertProps {
  error: unknown;
  /** Replaced for a refusal by a rule of the cluster, which has nothing to do with the user's permissions. */
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
  return (
    <InlineAlert isLiveRegion variant="danger" title={refusalTitle(t, refusal)}>
      <FoldedText
        text={refusal.message === '' ? t('It gave no explanation.') : visibleText(refusal.message)}
      />
    </InlineAlert>
  );
};
